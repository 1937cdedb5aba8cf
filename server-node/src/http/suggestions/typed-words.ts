import { z } from 'zod';
import { LONGEST_SEARCH } from '../../program/grammar/parse-which.ts';

/** As Mattermost asks: everything that stands in the composer, and the part of it that is settled. */
const query = z.object({ user_input: z.string(), parsed: z.string() });

export interface TypedWords {
  words: string;
  /** `edit` takes one word for a to-do; what follows is the new text. */
  isOneWord: boolean;
}

/** The words by which a to-do is looked for; undefined while nothing or a number is typed. */
export function typedWords(given: unknown): TypedWords | undefined {
  const { settled, typed } = partsOf(given);
  const words = typed.trimStart();
  if (!/^[^\s\d#＃]/u.test(words) || /^\p{Nd}/u.test(words) || words.length > LONGEST_SEARCH)
    return undefined;
  return { words, isOneWord: /\sedit\s*$/i.test(settled) };
}

/** A number that is written out needs no completion: it would cost another Enter. */
export function typedNumber(given: unknown): string | undefined {
  return /^\d+$/.exec(partsOf(given).typed.trim())?.[0];
}

/** Both empty for what Mattermost did not ask in its way. */
function partsOf(given: unknown): { settled: string; typed: string } {
  const { user_input: all, parsed: settled } = query.safeParse(given).data ?? { user_input: '', parsed: '' };
  return all.startsWith(settled) ? { settled, typed: all.slice(settled.length) } : { settled, typed: '' };
}

/**
 * What Mattermost puts into the composer in place of the words: the text of the to-do from there on, since it shows
 * only what begins with what was typed. It names that to-do for the command, unless another one goes on the same way.
 *
 * @returns undefined when the text has the words in another spelling only (full width, for one)
 */
export function itemOf(text: string, { words, isOneWord }: TypedWords): string | undefined {
  const at = startOf(text.toLowerCase(), words.toLowerCase());
  if (at === -1) return undefined;
  const [line = ''] = text.slice(at, at + LONGEST_SEARCH).split(isOneWord ? /\s/ : /[\r\n]/);
  return line.trimEnd();
}

/** Scripts that put no blanks between words: there every sign may begin one. */
const WITHOUT_BLANKS =
  /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
const ENDS_IN_WORD = /[\p{L}\p{N}]$/u;

/** Where a word begins with what was typed; in the middle of a word nobody looks for it. */
function startOf(text: string, words: string): number {
  const anywhere = WITHOUT_BLANKS.test(words);
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) {
    if (anywhere || !ENDS_IN_WORD.test(text.slice(0, at))) return at;
  }
  return -1;
}
