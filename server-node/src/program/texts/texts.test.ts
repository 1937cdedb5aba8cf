import { describe, expect, it } from '@jest/globals';
import { escapeMentions } from '../../replies/escape-mentions.ts';
import { mentionsIn } from '../../replies/mentions-in.fixture.ts';
import { VERBS } from '../../contract/vocabulary.ts';
import { LOCALES } from './locale.ts';
import { SAMPLES } from './samples.fixture.ts';
import { textsIn } from './texts-in.ts';
import type { Texts } from './texts.ts';

interface Said {
  /** Where it stands in the texts. */
  name: string;
  said: string;
  /** What it was given and has to show. */
  shows: readonly string[];
}

/** Only choose a word, or are shown in another way. */
const NOT_SHOWN = new Set([
  'part',
  'total',
  'why',
  'became',
  'missed',
  'open',
  'done',
  'deleted',
  'waiting',
  'declined',
  ...['toId', 'receiverId', 'isBack', 'state', 'id'],
  // A number that whoever reads it does not know.
  '0',
  ...['MO', 'wrong', '2026-11-29', 'FREQ=DAILY', 'due'],
]);

/** Every text of a language, the functions called with what a person could have written. */
function allOf(texts: unknown, samples: unknown, name = ''): Said[] {
  if (texts === null) return [];
  if (typeof texts === 'string') return [{ name, said: texts, shows: [] }];
  if (typeof texts === 'function') {
    return (samples as unknown[][]).map((args) => {
      return { name, said: String(texts(...args)), shows: args.flatMap(scalarsOf) };
    });
  }
  return Object.entries(texts as object).flatMap(([key, inner]) =>
    allOf(inner, (samples as Record<string, unknown> | undefined)?.[key], `${name}.${key}`),
  );
}

function scalarsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(scalarsOf);
  if (typeof value === 'object' && value !== null) {
    const shown = Object.entries(value).filter(([key]) => key !== 'kind' && !NOT_SHOWN.has(key));
    return shown.flatMap(([, inner]) => scalarsOf(inner));
  }
  const isChoice = typeof value === 'boolean' || NOT_SHOWN.has(String(value));
  return value === undefined || value === null || isChoice ? [] : [String(value)];
}

const allIn = (texts: Texts) => allOf(texts, SAMPLES);

describe.each(LOCALES)('the texts in %s', (locale) => {
  const texts = textsIn(locale);
  const all = allIn(texts);

  it('say all that they are told, and nothing that is not there', () => {
    expect(all.length).toBeGreaterThan(60);
    for (const { name, said, shows } of all) {
      expect(`${name}: ${said}`).not.toMatch(/undefined|null|NaN|\[object|\$\{|: $/);
      for (const shown of shows) expect(`${name}: ${said}`).toContain(shown);
    }
  });

  it('mention nobody, whatever a person has written', () => {
    for (const { said } of all) {
      expect(mentionsIn(escapeMentions(said))).toEqual([]);
      expect(mentionsIn(escapeMentions(said.replaceAll('milk', '@all <!here> @bob')))).toEqual([]);
    }
  });

  it('name the verbs as they are typed', () => {
    for (const verb of VERBS) expect(texts.help.verbs[verb]).toMatch(new RegExp(`^\`${verb}\\b`));
    for (const way of ['/todo', '/todo here', '@todo', 'todo']) expect(texts.help.places).toMatch(`\`${way}`);
  });
});

/** Commands that a text speaks of, and offers to nobody. The title of the help says where its lines are typed. */
const SPOKEN_OF = new Set([
  // The sidebar opens from anywhere, by the slash command.
  '.notes.whereSidebarIs: open',
  // Names of settings.
  '.settings.unknown: week',
  '.settings.unknown: remind',
  '.settings.unknown: requests',
  '.line.undo_takes_nothing: undo',
  '.line.not_here: add',
  '.line.not_all: delete all',
  '.line.not_all: reopen all',
  '.line.only_one: edit',
  '.errors.ambiguous: delete',
  '.errors.own_list_only: requests',
  // A date.
  '.errors.wrong_date: tomorrow 17:00',
  '.errors.program_has_no_verb: reopen',
]);
const isOffered = (name: string, shown: string): boolean =>
  !name.startsWith('.help') && !SPOKEN_OF.has(`${name}: ${shown}`);
const beginsWithVerb = new RegExp(`^(?:${VERBS.join('|')})\\b`);

/** What stands in backticks and is a command, without the lead that it has. */
function commandsIn(name: string, said: string, lead: string): string[] {
  const shown = Array.from(said.matchAll(/`([^`]+)`/g), ([, inner = '']) => inner);
  return shown
    .filter((inner) => inner.startsWith(lead))
    .map((inner) => inner.slice(lead.length))
    .filter((command) => beginsWithVerb.test(command) && isOffered(name, command));
}

describe.each(LOCALES)('the commands that the texts in %s offer', (locale) => {
  const offered = allIn(textsIn(locale)).map(({ name, said }) => commandsIn(name, said, ''));

  it.each(['todo ', '/todo '])('are those that work where a command begins with "%s"', (lead) => {
    expect(offered.flat().length).toBeGreaterThan(20);
    const there = allIn(textsIn(locale, lead));
    expect(there.map(({ name, said }) => commandsIn(name, said, lead))).toEqual(offered);
    for (const { name, said } of there) expect(commandsIn(name, said, '')).toEqual([]);
  });
});

/** A time of day by the clock of 24 hours is written alike everywhere. */
const wordsIn = (texts: Texts) => allIn(texts).filter(({ name }) => name !== '.when.time');

const CHINESE = /\p{Script=Han}/u;
const WIDE_COLON = /：/u;
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;

it('are Chinese in Chinese, without a word of Japanese', () => {
  for (const text of wordsIn(textsIn('zh-CN'))) {
    const chinese = new RegExp(`${CHINESE.source}|${WIDE_COLON.source}`, 'u');
    expect(text).toEqual({ ...text, said: expect.stringMatching(chinese) });
    expect(text).toEqual({ ...text, said: expect.not.stringMatching(KANA) });
  }
});

it('are Japanese in Japanese', () => {
  const japanese = new RegExp(`${KANA.source}|${CHINESE.source}|${WIDE_COLON.source}|ToDo`, 'u');
  for (const text of wordsIn(textsIn('ja'))) {
    expect(text).toEqual({ ...text, said: expect.stringMatching(japanese) });
  }
  const sentences = wordsIn(textsIn('ja')).filter(({ said }) => said.includes('。'));
  for (const text of sentences) expect(text).toEqual({ ...text, said: expect.stringMatching(KANA) });
});

it('has one text for each of the other languages, and none of them is that of another', () => {
  const chinese = new Map(wordsIn(textsIn('zh-CN')).map(({ name, said }) => [name, said]));
  const japanese = new Map(wordsIn(textsIn('ja')).map(({ name, said }) => [name, said]));
  expect([...chinese.keys()]).toEqual([...japanese.keys()]);
  for (const { name, said } of wordsIn(textsIn('en'))) {
    expect(new Set([said, chinese.get(name), japanese.get(name)]).size).toBeGreaterThan(1);
  }
});
