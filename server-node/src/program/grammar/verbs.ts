import {
  ACTS,
  TAKEN_BY,
  VERBS,
  type Act,
  type ListedState,
  type Verb,
  type VerbTaking,
} from '../../contract/vocabulary.ts';
import { plainWord } from './plain-word.ts';

/** Verbs that name to-dos: by numbers, or by a word. */
export type SelectingVerb = VerbTaking<'open' | 'done' | 'open_and_text' | 'open_and_when'>;

/** Verbs that change something: those that name an act. */
export type ChangingVerb = Extract<Verb, Act>;

/** What a verb does: it changes the list, or only says something. */
export const isChanging = (verb: Verb): verb is ChangingVerb => ACTS.some((act) => act === verb);

/** All verbs but those that are about the others, as completion names them. */
export const WORKING_VERBS = VERBS.filter((verb) => verb !== 'help' && verb !== 'explain').join(', ');

/** The state of the to-dos that a word after the verb may stand for. */
export const stateNamedAfter = (verb: Verb): ListedState => (TAKEN_BY[verb] === 'done' ? 'done' : 'open');

/** The verb that a word is. */
export function verbOf(word: string): Verb | undefined {
  const plain = plainWord(word);
  return VERBS.find((verb) => verb === plain);
}
