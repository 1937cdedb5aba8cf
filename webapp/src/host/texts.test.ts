/** @jest-environment node */
/// <reference types="node" />
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import en from '../../i18n/en.json' with { type: 'json' };
import ja from '../../i18n/ja.json' with { type: 'json' };
import zhCN from '../../i18n/zh-CN.json' with { type: 'json' };
import { languageOf, translationsFor } from './texts.ts';

type Catalogue = Record<string, string>;
const OTHERS: [string, Catalogue][] = [
  ['ja', ja],
  ['zh-CN', zhCN],
];

const SOURCE = fileURLToPath(new URL('..', import.meta.url));
const sources = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !name.includes('.test.'))
  .map((name) => readFileSync(`${SOURCE}/${name}`, 'utf8'))
  .join('\n');

/** Names of ICU arguments and of tags: `{count, plural, …}` gives `count`. */
const placeholders = (text: string) =>
  [...new Set([...text.matchAll(/\{(\w+)(?=[,}])|<(\w+)>/g)].map((match) => match[1] ?? match[2]))].sort();

describe('the texts', () => {
  it.each(OTHERS)('are complete in %s, and nothing is left over', (_locale, catalogue) => {
    expect(Object.keys(catalogue).sort()).toEqual(Object.keys(en).sort());
  });

  it.each(OTHERS)('have the same placeholders in %s', (_locale, catalogue) => {
    for (const [id, text] of Object.entries(en)) {
      expect([id, placeholders(catalogue[id] ?? '')]).toEqual([id, placeholders(text)]);
    }
  });

  it.each(OTHERS)('are translated in %s', (_locale, catalogue) => {
    const same = Object.entries(en).filter(([id, text]) => catalogue[id] === text && !/^\{\w+\}$/.test(text));
    expect(same).toEqual([]);
  });

  it('are all used somewhere', () => {
    const unused = Object.keys(en).filter((id) => !sources.includes(`'${id}'`));
    expect(unused).toEqual([]);
  });

  it('are given to the host under our own name', () => {
    expect(Object.keys(translationsFor('ja')).every((id) => id.startsWith('todo-node.'))).toBe(true);
    expect(translationsFor('ja')['todo-node.undo']).toBe(ja.undo);
    expect(translationsFor('de')['todo-node.undo']).toBe(en.undo);
    expect(languageOf('zh-TW')).toBe('en');
  });
});
