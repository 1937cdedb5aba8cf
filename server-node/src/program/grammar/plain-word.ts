/** Longer first words are no verbs; also keeps the search for one short for hostile input. */
const LONGEST_WORD = 64;

/**
 * A word as verbs are compared: capitals and full-width letters count as plain ones (`DONE`, `ｄｏｎｅ`), invisible
 * characters around it do not count. Only A to Z are lower-cased, so no other script's case rules can make or break
 * a verb.
 *
 * @returns empty when the word is too long for a verb
 */
export function plainWord(word: string): string {
  if (word.length > LONGEST_WORD) return '';
  return word
    .replace(/^\p{Cf}+|\p{Cf}+$/gu, '')
    .replace(/[Ａ-Ｚａ-ｚ＊？]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0))
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}
