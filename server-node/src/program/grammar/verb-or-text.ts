import { TAKEN_BY, type Verb } from '../../contract/vocabulary.ts';
import { settingNamed } from '../settings/read-setting.ts';
import { plainWord } from './plain-word.ts';
import {
  beginsWithName,
  beginsWithNumber,
  firstWordOf,
  isAll,
  isBlank,
  isForMe,
  namesNumbers,
} from './what-follows.ts';

/** Verbs that are words of many texts, and what must follow so that they are commands: `due diligence` is a to-do. */
const FOLLOWED_BY: Partial<Record<Verb, (rest: string) => boolean>> = {
  due: beginsWithNumber,
  note: beginsWithNumber,
  show: namesNumbers,
  settings: (rest) => settingNamed(firstWordOf(rest)) !== undefined || namesSetting(rest),
  snooze: beginsWithNumber,
  post: (rest) => PINNED.has(plainWord(rest)),
  skip: (rest) => namesNumbers(rest) || isAll(rest),
  send: (rest) => beginsWithName(rest) || beginsWithNumber(rest),
  assign: (rest) => beginsWithName(rest) || beginsWithNumber(rest),
  take: namesNumbers,
  bump: (rest) => beginsWithName(rest) || firstWordOf(rest) === rest.trim(),
  accept: (rest) => namesNumbers(rest) || isAll(rest),
  decline: beginsWithNumber,
  remind: (rest) => beginsWithNumber(rest) || beginsWithName(rest) || isForMe(rest),
};

/** How one asks for a pin as well. */
const PINNED: ReadonlySet<string> = new Set(['pinned', 'pin', '置顶', '置頂', 'ピン留め']);

/** One that there is not, or that other tools have: `settings colour`, `settings notifications off`. */
const namesSetting = (rest: string): boolean =>
  /^allow_incoming_task_requests\b|^\S+(?:\s+(?:on|off))?\s*$/i.test(rest);

/** Whether a verb with that behind it is a command; `today call Bob` is a text. */
export function fits(verb: Verb, rest: string): boolean {
  if (isBlank(rest)) return true;
  return TAKEN_BY[verb] !== 'alone' && (FOLLOWED_BY[verb]?.(rest) ?? true);
}
