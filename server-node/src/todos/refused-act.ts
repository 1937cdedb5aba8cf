import type { WallClock } from '../dates/moment-of.ts';
import type { WrongRule } from '../dates/recurrence/wrong-rule.ts';
import type { TodoState } from '../contract/vocabulary.ts';
import type { UserId } from '../shared/ids.ts';

/**
 * Why an act was refused, in facts: `details.refused` of its AppError, whose message says the same in English. Other
 * languages are made from this. A `number` is 0 where whoever reads it does not know the number. `name`: how that
 * person is called, such as `@bob`, where whoever shows it knows.
 */
export type RefusedAct =
  | { kind: 'text_empty' }
  /** In characters. */
  | { kind: 'text_too_long'; part: 'text' | 'notes' | 'reason'; max: number; length: number }
  | { kind: 'nothing_to_edit' }
  | { kind: 'none_named' }
  | { kind: 'none_open' }
  /** Numbers where they were typed, else ids. */
  | { kind: 'not_in_list'; missing: readonly (string | number)[] }
  /** It was in this list, and went to that person: back to whoever had asked for it, or on to somebody else. */
  | { kind: 'went_away'; missing: string | number; toId: UserId; isBack: boolean; name?: string }
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
  /** `text`: empty where whoever reads it may not know it. */
  | { kind: 'changed_since'; number: number; text: string }
  | { kind: 'only_receiver' }
  | { kind: 'answered_already'; state: TodoState }
  | { kind: 'not_sent'; number: number }
  | { kind: 'answer_first'; number: number }
  | { kind: 'accept_first'; number: number }
  | { kind: 'not_a_request'; number: number }
  | { kind: 'decline_instead'; number: number }
  | { kind: 'not_open'; number: number }
  | { kind: 'bumped_lately' }
  /** Unanswered ones of one person, asked of one other. */
  | { kind: 'asked_too_often'; max: number; receiverId: UserId; name?: string }
  | { kind: 'inbox_full'; max: number; receiverId: UserId; name?: string }
  /** The next one of a series, which a tick had made. */
  | { kind: 'next_since'; number: number; became: 'done' | 'deleted' | 'changed' };

/** For `details` of an AppError. */
export const refusedAct = (refused: RefusedAct): { refused: RefusedAct } => ({ refused });
