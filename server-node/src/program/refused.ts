import type { RefusedReceiver } from '../callers/refused-receiver.ts';
import type { WrongDate } from '../dates/facts.ts';
import type { RefusedAct } from '../todos/refused-act.ts';
import type { Verb } from '../contract/vocabulary.ts';
import type { Missed } from './grammar/later-words.ts';

/**
 * Why a line is no command: what was expected and what came, in facts. Texts are the person's own; `line` is the whole
 * of what was typed.
 */
export type RefusedLine =
  | { kind: 'text_missing' }
  | { kind: 'which_missing'; verb: Verb }
  /** Of an answer, which takes numbers only. */
  | { kind: 'request_missing'; verb: 'accept' | 'decline' }
  | { kind: 'new_text_missing' }
  | { kind: 'new_notes_missing' }
  | { kind: 'which_and_when_missing'; verb: Verb }
  | { kind: 'person_missing'; verb: Verb }
  /** Names alone, and nothing that these people should do. */
  | { kind: 'task_missing'; verb: Verb; names: readonly string[] }
  | { kind: 'assigns_one'; verb: Verb; names: readonly string[] }
  | { kind: 'too_many_people'; limit: number; count: number }
  | { kind: 'sent_missing'; verb: Verb }
  | { kind: 'search_too_long'; limit: number; length: number; line: string }
  | { kind: 'no_such_help'; rest: string }
  | { kind: 'undo_takes_nothing'; rest: string }
  /** A verb of other tools that does not exist here. */
  | { kind: 'not_yet'; word: string; rest: string; missed: Missed }
  /** `remind @bob to buy milk`: `name` with its sign, `what` may be empty. */
  | { kind: 'reminds_you_alone'; name: string; what: string; line: string }
  /** `here`, where no channel is known whose list it could mean. */
  | { kind: 'not_here' }
  | { kind: 'not_all'; verb: 'reopen' | 'delete' | 'skip' | 'take' }
  | { kind: 'no_number'; token: string }
  | { kind: 'below_one'; token: string }
  | { kind: 'too_many_numbers'; limit: number }
  | { kind: 'word_too_long'; limit: number; numbers: number; length: number }
  | { kind: 'only_one'; verb: Verb; count: number };

/**
 * Why a command that was understood was not carried out: `details.refused` of its AppError, whose message says the
 * same in English.
 */
export type RefusedCommand =
  | RefusedAct
  | RefusedReceiver
  | { kind: 'none_contains'; verb: Verb; word: string; line: string }
  /** `rows` as shown, the first of `total`; `example` is a command that would do. */
  | {
      kind: 'ambiguous';
      /** Several to-dos have the word; or words of theirs only begin so; or it would delete, by a word alone. */
      why: 'several' | 'begins' | 'deletes';
      word: string;
      rows: readonly string[];
      total: number;
      example: string | undefined;
    }
  /** What the numbers of an external program name now. */
  | { kind: 'numbers_moved'; rows: readonly string[] }
  /** `words` look like a date and are none. */
  | { kind: 'wrong_date'; wrong: WrongDate; words: string }
  /** Asked to be reminded, and not when. */
  | { kind: 'remind_when'; text: string }
  /** A verb about what concerns somebody alone, in a list that others share and whose answers they may read. */
  | { kind: 'own_list_only'; verb: Verb }
  | { kind: 'nothing_waits' }
  /** Nothing was changed in one's own list, but something in that of the channel where `undo` was typed. */
  | { kind: 'changed_only_here' }
  /** What was sent to others and could be meant: none has these words, or several `rows` do. */
  | { kind: 'none_sent'; verb: Verb; words: string; line: string }
  | { kind: 'several_sent'; verb: Verb; words: string; rows: readonly string[]; total: number }
  | { kind: 'no_guests' }
  | { kind: 'program_has_no_verb'; program: string; verb: Verb }
  | { kind: 'looks_like_option'; program: string }
  | { kind: 'nul_character' }
  | { kind: 'todo_txt_loses_option' }
  | { kind: 'todo_txt_takes_for_done' };

/** For `details` of an AppError. */
export const refusedCommand = (refused: RefusedCommand): { refused: RefusedCommand } => ({ refused });
