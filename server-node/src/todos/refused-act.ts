import type { WallClock } from '../dates/moment-of.ts';
import type { WrongRule } from '../dates/recurrence/wrong-rule.ts';

/**
 * Why an act was refused, in facts: `details.refused` of its AppError, whose message says the same in English. Other
 * languages are made from this.
 */
export type RefusedAct =
  | { kind: 'text_empty' }
  /** In characters. */
  | { kind: 'text_too_long'; part: 'text' | 'notes'; max: number; length: number }
  | { kind: 'nothing_to_edit' }
  | { kind: 'none_named' }
  | { kind: 'none_open' }
  /** Numbers where they were typed, else ids. */
  | { kind: 'not_in_list'; missing: readonly (string | number)[] }
  | { kind: 'deleted'; numbers: readonly number[] }
  | { kind: 'other_version'; number: number; expected: number; version: number }
  | { kind: 'list_full'; max: number; openCount: number }
  | { kind: 'wrong_rule'; why: WrongRule; rule: string }
  /** A moment by the clock of whoever has the to-do. */
  | { kind: 'is_over'; at: WallClock }
  | { kind: 'not_repeating'; number: number }
  | { kind: 'rule_ends'; number: number }
  | { kind: 'needs_due'; number: number }
  | { kind: 'too_long_before'; max: number; minutes: number }
  | { kind: 'too_many_reminders'; max: number; number: number }
  | { kind: 'changed_nothing' }
  | { kind: 'no_such_change' }
  | { kind: 'not_your_change' }
  | { kind: 'undone_already' }
  | { kind: 'is_an_undo' }
  | { kind: 'changed_since'; number: number };

/** For `details` of an AppError. */
export const refusedAct = (refused: RefusedAct): { refused: RefusedAct } => ({ refused });
