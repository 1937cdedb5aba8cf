import type { Generated } from 'kysely';
import type { Act } from '../contract/vocabulary.ts';
import type { FlatTodo, TodoColumns } from '../todos/todo-columns.ts';

/** Rows of the tables, the same in both databases. Moments are integer milliseconds; `pg` is told to give int8 as numbers. */
export interface ListTableRow {
  id: string;
  revision: number;
  next_number: number;
  open_count: number;
  done_count: number;
}

type Plain<Value> = Value extends { readonly __brand: string } ? string : Value;

export type TodoTableRow = {
  -readonly [Name in keyof TodoColumns as TodoColumns[Name]['column']]: TodoColumns[Name] extends {
    isJson: true;
  }
    ? string
    : Plain<FlatTodo[Name]>;
};

/** `before_fields` and `after_fields` hold JSON. */
export interface HistoryTableRow {
  change_id: string;
  list_id: string;
  todo_id: string;
  actor_id: string;
  act: Act;
  at: number;
  before_fields: string;
  after_fields: string;
  undoes: string | null;
  /** null: in `list_id`. */
  made_in: string | null;
}

/** `place` is the list's id, a space and the number. */
export interface MovedTableRow {
  place: string;
  list_id: string;
  todo_id: string;
  person_id: string;
}

export interface ClaimTableRow {
  claim_key: string;
  change_id: string | null;
  claimed_at: number;
}

/**
 * `target` and `choices` hold JSON. `due_at` moves on when it is taken, tried again, or its lease is renewed; `taken_by` names who
 * holds the lease; `finished_at` is null while it waits.
 */
export interface ReplyTableRow {
  id: string;
  order_key: string;
  target: string;
  text: string;
  choices: string | null;
  created_at: number;
  due_at: number;
  taken_by: string | null;
  attempts: number;
  finished_at: number | null;
  post_id: string | null;
  reason: string | null;
}

/** Who has a lease is named by `taken_by`; null: nobody. */
export interface WakeUpTableRow {
  key: string;
  at: number;
  kind: string;
  person_id: string;
  about: string;
  due_at: number;
  taken_by: string | null;
  attempts: number;
}

/** `is_pinned` is 0 or 1; `post_id` is null until the post is made. */
export interface LivingPostTableRow {
  key: string;
  kind: string;
  about: string;
  channel_id: string;
  reply_id: string;
  post_id: string | null;
  is_pinned: number;
  shown: string;
  edits: number;
  edited_at: number;
}

/** `id` is the post's key, a space and the to-do's id. */
export interface LivingPostTodoTableRow {
  id: string;
  post_key: string;
  todo_id: string;
  text: string;
  told_at: number;
}

export interface SecretTableRow {
  name: string;
  value: string;
}

/** `document` holds JSON. */
export interface PersonSettingsTableRow {
  person_id: string;
  document: string;
  version: number;
}

/** `seq` is given by the database, in the order of writing. */
type Sequenced<Row> = Row & { seq: Generated<number> };

export interface Database {
  todo_list: ListTableRow;
  todo: TodoTableRow;
  todo_history: Sequenced<HistoryTableRow>;
  todo_moved: MovedTableRow;
  todo_claim: ClaimTableRow;
  todo_reply: Sequenced<ReplyTableRow>;
  wake_up: WakeUpTableRow;
  living_post: LivingPostTableRow;
  living_post_todo: LivingPostTodoTableRow;
  todo_secret: SecretTableRow;
  person_settings: PersonSettingsTableRow;
}
