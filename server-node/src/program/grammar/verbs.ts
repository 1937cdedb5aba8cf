import type { Verb } from '../ports.ts';

/** In the order in which help shows them. */
export const VERBS: readonly Verb[] = [
  'add',
  'list',
  'done',
  'reopen',
  'edit',
  'delete',
  'undo',
  'help',
  'explain',
];

/** Longer first words are no verbs; also keeps the search below short for hostile input. */
const LONGEST_WORD = 64;

/**
 * The verb that a word stands for. Capitals and full-width letters count (`DONE`, `ｄｏｎｅ`), invisible characters
 * around it do not. Only A to Z are lower-cased, so no other script's case rules can make or break a verb.
 */
export function verbOf(word: string): Verb | undefined {
  if (word.length > LONGEST_WORD) return undefined;
  const plain = word
    .replace(/^\p{Cf}+|\p{Cf}+$/gu, '')
    .replace(/[Ａ-Ｚａ-ｚ]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0))
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  return VERBS.find((verb) => verb === plain);
}
