import type { Span } from '../../dates/facts.ts';
import { plainWord } from './plain-word.ts';
import { isNone } from './what-follows.ts';

/** Who is to do something: somebody by a username (lower case, without `@`), whoever writes, or nobody any more. */
export type Assignee = { readonly username: string } | 'me' | 'nobody';

/** Mattermost's usernames; a full stop at the end of one is that of a sentence. */
const NAME = String.raw`[@＠]([A-Za-z0-9](?:[A-Za-z0-9._-]{0,62}[A-Za-z0-9_-])?)`;
const AT_BEGINNING = new RegExp(String.raw`^${NAME}[.,;:、，；：]?(?=\s|$)`, 'u');
const AT_END = new RegExp(String.raw`(?:^|\s)${NAME}[.!。！]?$`, 'u');
/** Before a name it is part of what is said: `Lunch with @bob`. */
const LEADS_TO_NAME = /(?:^|\s)(?:with|to|for|from|by|and|or|of|about|at|on|than|via|vs\.?|per)$/iu;
const AND = /^(?:and|&|和|と)\s+(?=[@＠])/iu;
const ME = ['me', '@me', '我', '自分'];
const NOBODY = ['nobody', '@nobody', 'no-one'];

/** `@bob, @carol and @dan Review the plan`: the names at the beginning, each once, and what follows them. */
export function cutNames(text: string): { names: string[]; rest: string } {
  const names = new Set<string>();
  let rest = text.trim();
  for (;;) {
    const found = AT_BEGINNING.exec(rest);
    if (found?.[1] === undefined) return { names: [...names], rest };
    names.add(found[1].toLowerCase());
    rest = rest.slice(found[0].length).trim().replace(AND, '');
  }
}

/** A name at the very beginning or end of a text. */
export interface EndName {
  username: string;
  /** As it stands in the text, with its sign. */
  written: string;
  /** At the beginning. */
  isFirst: boolean;
  /** The text without it. */
  rest: string;
}

/** The one name at the very beginning or end of a text; undefined where the words before it would be left hanging. */
export function cutName(text: string): EndName | undefined {
  const trimmed = text.trim();
  const first = AT_BEGINNING.exec(trimmed);
  const found = first ?? AT_END.exec(trimmed);
  if (found?.[1] === undefined) return undefined;
  const isFirst = found === first;
  const rest = (isFirst ? trimmed.slice(found[0].length) : trimmed.slice(0, found.index)).trim();
  if (rest === '' || (!isFirst && LEADS_TO_NAME.test(rest))) return undefined;
  const signAt = found[0].search(/[@＠]/u);
  const written = found[0].slice(signAt, signAt + 1 + found[1].length);
  return { username: found[1].toLowerCase(), written, isFirst, rest };
}

/** Where such a name stands in its text, or in one that has no other name before it, or behind it. */
export function spanOfName(text: string, { written, isFirst }: EndName): Span {
  const from = isFirst ? text.indexOf(written) : text.lastIndexOf(written);
  return { from, to: from + written.length };
}

/** Who a word is; undefined where it is nobody's name. */
export function assigneeOf(word: string): Assignee | undefined {
  const plain = plainWord(word.replace(/^＠/u, '@'));
  if (ME.includes(plain)) return 'me';
  if (isNone(plain) || NOBODY.includes(plain)) return 'nobody';
  const { names, rest } = cutNames(word);
  const [username] = names;
  return username !== undefined && names.length === 1 && rest === '' ? { username } : undefined;
}
