import { TODO_COLUMNS } from '../todos/todo-columns.ts';
import type {
  ClaimTableRow,
  Database,
  HistoryTableRow,
  ListTableRow,
  LivingPostTableRow,
  LivingPostTodoTableRow,
  MovedTableRow,
  PersonSettingsTableRow,
  ReplyTableRow,
  SecretTableRow,
  TodoTableRow,
  WakeUpTableRow,
} from './rows.ts';

const LIST = {
  id: true,
  revision: true,
  next_number: true,
  open_count: true,
  done_count: true,
} satisfies Record<keyof ListTableRow, true>;

const HISTORY = {
  ...{ change_id: true, list_id: true, todo_id: true, actor_id: true, act: true, at: true },
  ...{ before_fields: true, after_fields: true, undoes: true, made_in: true },
} satisfies Record<keyof HistoryTableRow, true>;

const MOVED = { place: true, list_id: true, todo_id: true, person_id: true } satisfies Record<
  keyof MovedTableRow,
  true
>;

const CLAIM = { claim_key: true, change_id: true, claimed_at: true } satisfies Record<
  keyof ClaimTableRow,
  true
>;

const REPLY = {
  ...{
    id: true,
    order_key: true,
    target: true,
    text: true,
    choices: true,
    created_at: true,
    due_at: true,
    taken_by: true,
  },
  ...{ attempts: true },
  ...{ finished_at: true, post_id: true, reason: true },
} satisfies Record<keyof ReplyTableRow, true>;

const WAKE_UP = {
  ...{ key: true, at: true, kind: true, person_id: true, about: true, due_at: true, taken_by: true },
  ...{ attempts: true },
} satisfies Record<keyof WakeUpTableRow, true>;
const LIVING_POST = {
  ...{ key: true, kind: true, about: true, channel_id: true, reply_id: true, post_id: true },
  ...{ is_pinned: true, shown: true, edits: true, edited_at: true },
} satisfies Record<keyof LivingPostTableRow, true>;
const LIVING_POST_TODO = {
  ...{ id: true, post_key: true, todo_id: true, text: true, told_at: true },
} satisfies Record<keyof LivingPostTodoTableRow, true>;
const SECRET = { name: true, value: true } satisfies Record<keyof SecretTableRow, true>;

const PERSON_SETTINGS = { person_id: true, document: true, version: true } satisfies Record<
  keyof PersonSettingsTableRow,
  true
>;

const namesIn = <Name extends string>(row: Record<Name, true>) =>
  Object.keys(row).map((name) => name as Name);
const kept = Object.values(TODO_COLUMNS);

/** The columns of a to-do that change after it was made. */
export const CHANGING_COLUMNS = kept.flatMap(({ column, is }) => (is === 'fixed' ? [] : [column]));

/** All columns of all tables but `seq`. The compiler refuses one that is missing here or is in no row. */
export const COLUMNS = {
  todo_list: namesIn(LIST),
  todo: kept.map(({ column }): keyof TodoTableRow => column),
  todo_history: namesIn(HISTORY),
  todo_moved: namesIn(MOVED),
  todo_claim: namesIn(CLAIM),
  todo_reply: namesIn(REPLY),
  wake_up: namesIn(WAKE_UP),
  living_post: namesIn(LIVING_POST),
  living_post_todo: namesIn(LIVING_POST_TODO),
  todo_secret: namesIn(SECRET),
  person_settings: namesIn(PERSON_SETTINGS),
} satisfies { [Table in keyof Database]: readonly (keyof Database[Table])[] };

/** Unique in each table, and in its order rows can be copied: referenced tables come first. */
export const KEYS = {
  todo_list: 'id',
  todo: 'id',
  todo_history: 'seq',
  todo_moved: 'place',
  todo_claim: 'claim_key',
  todo_reply: 'seq',
  wake_up: 'key',
  living_post: 'key',
  living_post_todo: 'id',
  todo_secret: 'name',
  person_settings: 'person_id',
} satisfies { [Table in keyof Database]: keyof Database[Table] };
