import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { thirdPartyNotices } from './third-party-notices.ts';

let root: string;
beforeEach(() => void (root = mkdtempSync(join(tmpdir(), 'todo-notices-'))));
afterEach(() => rmSync(root, { recursive: true }));

function addPackage(manifest: object, files: Record<string, string> = {}): string {
  const dir = join(root, String(Math.random()));
  mkdirSync(dir);
  const all = { 'package.json': JSON.stringify({ name: 'x', version: '1.2.3', ...manifest }), ...files };
  for (const [name, text] of Object.entries(all)) writeFileSync(join(dir, name), text);
  return dir;
}

const GRANT = 'Permission is hereby granted, free of charge';

describe('the notices of third parties', () => {
  it('hold what a package carries: its licence, and the notice beside it', () => {
    const files = { 'LICENSE.md': 'My terms.', NOTICE: 'My notice.', 'README.md': 'Read me.' };
    expect(thirdPartyNotices([addPackage({ license: 'ISC' }, files)])).toBe(
      'x 1.2.3 (ISC)\n\nMy terms.\n\nMy notice.\n',
    );
  });

  it.each([
    ['its author', { author: 'Ann <ann@example.com>' }, 'Copyright (c) Ann <ann@example.com>'],
    ['its author in parts', { author: { name: 'Ann' } }, 'Copyright (c) Ann'],
    ['what its sources say', { name: 'mattermost-redux' }, 'Copyright (c) 2015-present Mattermost, Inc.'],
  ])('hold the whole text, with %s, where a package only names the licence', (_what, more, holder) => {
    const text = thirdPartyNotices([addPackage({ license: 'MIT', ...more })]);
    expect(text).toContain(holder);
    expect(text).toContain(GRANT);
    expect(text).toContain('WITHOUT WARRANTY OF ANY KIND');
  });

  it.each([
    ['it has no licence', { author: 'Ann' }, {}],
    ['nobody knows whose it is', { license: 'MIT' }, {}],
    ['its text is not known here', { license: 'ISC', author: 'Ann' }, {}],
    ['its licence file is empty', { license: 'ISC' }, { LICENSE: ' \n' }],
    ['it has a notice only', { license: 'Apache-2.0', author: 'Ann' }, { NOTICE: 'Ann wrote it.' }],
  ])('cannot be made when %s', (_why, manifest, files) => {
    const make = () => thirdPartyNotices([addPackage(manifest, files)]);
    expect(make).toThrow(/^x carries no licence text.*do not ship it/);
  });
});
