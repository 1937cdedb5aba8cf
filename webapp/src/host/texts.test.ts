/** @jest-environment node */
/// <reference types="node" />
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import en from '../../i18n/en.json' with { type: 'json' };
import ja from '../../i18n/ja.json' with { type: 'json' };
import sidebarEn from '../../i18n/sidebar/en.json' with { type: 'json' };
import sidebarJa from '../../i18n/sidebar/ja.json' with { type: 'json' };
import sidebarZhCN from '../../i18n/sidebar/zh-CN.json' with { type: 'json' };
import zhCN from '../../i18n/zh-CN.json' with { type: 'json' };
import { languageOf } from './catalogues.ts';
import { translationsFor as translationsOfSidebar } from './sidebar-texts.ts';
import { translationsFor } from './texts.ts';

type Catalogue = Record<string, string>;
const OTHERS: [string, Catalogue, Catalogue][] = [
  ['ja', ja, en],
  ['zh-CN', zhCN, en],
  ['ja in the sidebar', sidebarJa, sidebarEn],
  ['zh-CN in the sidebar', sidebarZhCN, sidebarEn],
];

const SOURCE = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string) => readFileSync(join(SOURCE, path), 'utf8');
const paths = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter(
  (name) => /\.tsx?$/.test(name) && !name.includes('.test.'),
);
const IMPORT = /^(?:import|export) (?!type )[^;]*?from '(\.[^']+\.tsx?)'/gms;

/** The files that come together with one, without what is only imported when it is needed. */
function loadedWith(path: string, known = new Set<string>()): Set<string> {
  if (known.has(path)) return known;
  known.add(path);
  for (const [, other = ''] of read(path).matchAll(IMPORT)) loadedWith(join(dirname(path), other), known);
  return known;
}
const textOf = (files: Iterable<string>) => [...files].map(read).join('\n');
const withoutUse = (catalogue: Catalogue, source: string) =>
  Object.keys(catalogue).filter((id) => !source.includes(`'${id}'`));

/** Names of ICU arguments and of tags: `{count, plural, …}` gives `count`. */
const placeholders = (text: string) =>
  [...new Set([...text.matchAll(/\{(\w+)(?=[,}])|<(\w+)>/g)].map((match) => match[1] ?? match[2]))].sort();

describe('the texts', () => {
  it.each(OTHERS)('are complete in %s, and nothing is left over', (_locale, catalogue, english) => {
    expect(Object.keys(catalogue).sort()).toEqual(Object.keys(english).sort());
  });

  it.each(OTHERS)('have the same placeholders in %s', (_locale, catalogue, english) => {
    for (const [id, text] of Object.entries(english)) {
      expect([id, placeholders(catalogue[id] ?? '')]).toEqual([id, placeholders(text)]);
    }
  });

  it.each(OTHERS)('are translated in %s', (_locale, catalogue, english) => {
    const same = Object.entries(english).filter(
      ([id, text]) => catalogue[id] === text && !/^\{\w+\}$/.test(text),
    );
    expect(same).toEqual([]);
  });

  it('are all used somewhere', () => {
    expect(withoutUse(sidebarEn, textOf(paths))).toEqual([]);
  });

  it('of the sidebar come with it and not with every page, whose own are all needed there', () => {
    const ofEveryPage = loadedWith('index.tsx');
    expect(ofEveryPage).toContain('sidebar/lazy-part.tsx');
    expect(ofEveryPage).not.toContain('host/sidebar-texts.ts');
    expect(withoutUse(en, textOf(ofEveryPage))).toEqual([]);
  });

  it('are given to the host under our own name', () => {
    expect(Object.keys(translationsFor('ja')).every((id) => id.startsWith('todo-node.'))).toBe(true);
    expect(translationsFor('ja')['todo-node.title']).toBe(ja.title);
    expect(translationsFor('de')['todo-node.title']).toBe(en.title);
    expect(translationsOfSidebar('ja')).toMatchObject({
      'todo-node.title': ja.title,
      'todo-node.undo': sidebarJa.undo,
    });
    expect(languageOf('zh-TW')).toBe('en');
  });
});
