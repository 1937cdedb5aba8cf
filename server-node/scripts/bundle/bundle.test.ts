import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from '@jest/globals';
import { bundleEntries } from './bundle-entries.ts';
import { packBundle } from './pack-bundle.ts';

const made: string[] = [];
afterAll(() => made.forEach((dir) => rmSync(dir, { recursive: true })));

const FILES = {
  'plugin.json': '{"id":"todo-node","settings_schema":{}}',
  'assets/icon.svg': '<svg/>',
  LICENSE: 'MIT',
  'webapp/dist/main.js': 'main',
  'webapp/dist/chunk-1a.js': 'chunk',
  'webapp/dist/main.js.map': 'private',
};

/** A project in a folder of its own, its files written in another order, at another time, with another mode. */
function project(names: readonly string[], mode: number, mtime: number): string {
  const root = mkdtempSync(join(tmpdir(), 'todo-dist-'));
  made.push(root);
  for (const name of names) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), FILES[name as keyof typeof FILES], { mode });
    utimesSync(join(root, name), mtime, mtime);
  }
  return root;
}

const pack = (root: string) => packBundle('todo-node', bundleEntries(root, 'notices'));

describe('the bundle', () => {
  const names = Object.keys(FILES);

  it('is the same byte for byte, whatever folder, order, time and mode it is made from', async () => {
    const one = await pack(project(names, 0o644, 1));
    const other = await pack(project([...names].reverse(), 0o600, 2e9));
    expect(other.equals(one)).toBe(true);
  });

  it('differs when a file does (the control)', async () => {
    const root = project(names, 0o644, 1);
    const before = await pack(root);
    writeFileSync(join(root, 'webapp/dist/main.js'), 'main2');
    expect((await pack(root)).equals(before)).toBe(false);
  });

  it('has one top folder, what Mattermost needs, the notices, and no source map', async () => {
    const tar = gunzipSync(await pack(project(names, 0o644, 1))).toString('latin1');
    const paths = [...tar.matchAll(/todo-node\/[\w./-]+/g)].map(([path]) => path);
    expect(paths).toEqual([
      'todo-node/LICENSE',
      'todo-node/NOTICE.txt',
      'todo-node/assets/icon.svg',
      'todo-node/plugin.json',
      'todo-node/webapp/dist/chunk-1a.js',
      'todo-node/webapp/dist/main.js',
    ]);
  });

  it('shows no settings in the System Console, where they would have no effect', () => {
    const manifest = bundleEntries(project(names, 0o644, 1), '').find(({ path }) => path === 'plugin.json');
    expect(JSON.parse(String(manifest?.content))).toEqual({ id: 'todo-node' });
  });

  it('is refused without a built webapp', () => {
    const root = project(
      names.filter((name) => !name.endsWith('main.js')),
      0o644,
      1,
    );
    expect(() => bundleEntries(root, '')).toThrow('npm run build');
  });
});
