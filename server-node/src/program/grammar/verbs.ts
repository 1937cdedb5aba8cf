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

const SELECTING = [
  'open',
  'done',
  'open_and_text',
  'open_and_notes',
  'open_and_when',
  'open_and_person',
] as const;

/** Verbs that name to-dos of a list: by numbers, or by a word. */
export type SelectingVerb = VerbTaking<(typeof SELECTING)[number]>;

export const isSelecting = (verb: Verb): verb is SelectingVerb =>
  SELECTING.some((taken) => taken === TAKEN_BY[verb]);

/** The acts of verbs that are not called as their act is. */
const OTHERWISE_CALLED = {
  note: 'edit',
  send: 'add',
  take: 'assign',
  takeback: 'take_back',
} as const satisfies Partial<Record<Verb, Act>>;

/** Verbs that change something: those that name an act. */
export type ChangingVerb = Extract<Verb, Act> | keyof typeof OTHERWISE_CALLED;

const isOtherwiseCalled = (verb: Verb): verb is keyof typeof OTHERWISE_CALLED =>
  Object.hasOwn(OTHERWISE_CALLED, verb);

/** The act that a verb is for. */
export const actOf = (verb: ChangingVerb): Act => (isOtherwiseCalled(verb) ? OTHERWISE_CALLED[verb] : verb);

/** What a verb does: it changes a list, or only says something. */
export const isChanging = (verb: Verb): verb is ChangingVerb =>
  isOtherwiseCalled(verb) || ACTS.some((act) => act === verb);

/** All verbs but those that are about the others, as completion names them. */
export const WORKING_VERBS = VERBS.filter((verb) => verb !== 'help' && verb !== 'explain').join(', ');

/** The state of the to-dos that a word after the verb may stand for. */
export const stateNamedAfter = (verb: Verb): ListedState => (TAKEN_BY[verb] === 'done' ? 'done' : 'open');

/** The verb that a word is. */
export function verbOf(word: string): Verb | undefined {
  const plain = plainWord(word);
  return VERBS.find((verb) => verb === plain);
}
