import { z } from 'zod';
import { LONGEST_SEARCH } from '../../program/grammar/parse-which.ts';
import { startOfWords } from '../../todos/match-words.ts';

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
  const at = startOfWords(text.toLowerCase(), words.toLowerCase(), 'beginning');
  if (at === -1) return undefined;
  const rest = text.slice(placeIn(text, at));
  const [line = ''] = rest.split(isOneWord ? /\s/ : /[\r\n]/, 1);
  // A word that was cut would be another one.
  return line.length > LONGEST_SEARCH ? line.slice(0, LONGEST_SEARCH).replace(/\s+\S*$/, '') : line.trimEnd();
}

/** The place in a text that is at `at` in the same text in small letters, which may be longer: `İ` becomes two. */
function placeIn(text: string, at: number): number {
  let [place, inSmallLetters] = [0, 0];
  for (const letter of text) {
    if (inSmallLetters >= at) break;
    place += letter.length;
    inSmallLetters += letter.toLowerCase().length;
  }
  return place;
}
