import { plainWord } from './plain-word.ts';
import { parseNumbers } from './parse-numbers.ts';

/** Nothing that can be seen. */
export const isBlank = (text: string): boolean => /^[\s\p{Cf}\p{Cc}]*$/u.test(text);

/** `all`, in whichever language, and nothing else. */
export const isAll = (text: string): boolean =>
  ['all', '*', '全部', '所有', 'すべて', '全て'].includes(plainWord(text.trim()));

/** `none`, likewise. */
export const isNone = (text: string): boolean =>
  ['none', '无', '無', '没有', 'なし'].includes(plainWord(text.trim()));

/** Numbers and ranges and nothing else, be they right or wrong. */
export const namesNumbers = (text: string): boolean => parseNumbers(text) !== undefined;

/** The first word is a number (`2`, `#2`, `２`), whatever comes after it. */
export const beginsWithNumber = (text: string): boolean => namesNumbers(firstWordOf(text));

/** The first word is somebody's name (`@bob`), or all of a channel's (`~town-square`). */
export const beginsWithName = (text: string): boolean => /^[@＠~～][\p{L}\p{N}]/u.test(text);

/** `me to buy milk`. */
export const isForMe = (rest: string): boolean => /^me$/i.test(firstWordOf(rest).replace(/[,:]$/, ''));

/** `''` when there is none. */
export const firstWordOf = (text: string): string => /^\S*/.exec(text)?.[0] ?? '';

export function splitWord(text: string): [word: string, rest: string] {
  const word = firstWordOf(text);
  return [word, text.slice(word.length).trim()];
}
