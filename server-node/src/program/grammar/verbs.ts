import {
  ACTS,
  TAKEN_BY,
  VERBS,
  type Act,
  type ListedState,
  type Verb,
  type VerbTaking,
} from '../../contract/vocabulary.ts';

/** Verbs that name to-dos: by numbers, or by a word. */
export type SelectingVerb = VerbTaking<'open' | 'done' | 'open_and_text'>;

/** Verbs that change something: those that name an act. */
export type ChangingVerb = Extract<Verb, Act>;

/** What a verb does: it changes the list, or only says something. */
export const isChanging = (verb: Verb): verb is ChangingVerb => ACTS.some((act) => act === verb);

/** The state of the to-dos that a word after the verb may stand for. */
export const stateNamedAfter = (verb: Verb): ListedState => (TAKEN_BY[verb] === 'done' ? 'done' : 'open');

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
