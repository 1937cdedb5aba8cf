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
  const { data } = query.safeParse(given);
  if (data?.user_input.startsWith(data.parsed) !== true) return undefined;
  const words = data.user_input.slice(data.parsed.length).trimStart();
  if (!/^[^\s\d#＃]/u.test(words) || /^\p{Nd}/u.test(words) || words.length > LONGEST_SEARCH)
    return undefined;
  return { words, isOneWord: /\sedit\s*$/i.test(data.parsed) };
}

/**
 * What Mattermost puts into the composer in place of the words: the text of the to-do from there on, since it shows
 * only what begins with what was typed. It names that to-do for the command, unless another one goes on the same way.
 *
 * @returns undefined when the text has the words in another spelling only (full width, for one)
 */
export function itemOf(text: string, { words, isOneWord }: TypedWords): string | undefined {
  const at = text.toLowerCase().indexOf(words.toLowerCase());
  if (at === -1) return undefined;
  const [line = ''] = text.slice(at, at + LONGEST_SEARCH).split(isOneWord ? /\s/ : /[\r\n]/);
  return line.trimEnd();
}
