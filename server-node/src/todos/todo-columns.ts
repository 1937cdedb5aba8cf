import type { ChannelId, PostId } from '../shared/ids.ts';
import type { Todo } from './todo.ts';

/** A to-do as a row holds it: the two ids of its message apart. */
export type FlatTodo = Omit<Todo, 'source'> & {
  readonly sourcePostId: PostId | null;
  readonly sourceChannelId: ChannelId | null;
};

interface Kept {
  /** In the table `todo` of both databases. */
  readonly column: string;
  /**
   * `fixed`: never changes. `silent`: changes, and nobody needs to know from what to what. `told`: acts change it, the
   * history tells of it, and undo puts it back. `derived`: reckoned from told ones and put back with them, but it may
   * have been reckoned anew since without standing in the way of an undo.
   */
  readonly is: 'fixed' | 'silent' | 'told' | 'derived';
  /** Kept as JSON. */
  readonly isJson?: true;
}

/** Everything that is kept of a to-do, each field once. Rows, queries and the history are made from this. */
export const TODO_COLUMNS = {
  id: { column: 'id', is: 'fixed' },
  listId: { column: 'list_id', is: 'told' },
  number: { column: 'number', is: 'told' },
  text: { column: 'text', is: 'told' },
  notes: { column: 'notes', is: 'told' },
  state: { column: 'state', is: 'told' },
  creatorId: { column: 'creator_id', is: 'fixed' },
  assigneeId: { column: 'assignee_id', is: 'told' },
  order: { column: 'sort_order', is: 'silent' },
  version: { column: 'version', is: 'silent' },
  createdAt: { column: 'created_at', is: 'fixed' },
  updatedAt: { column: 'updated_at', is: 'silent' },
  doneAt: { column: 'done_at', is: 'told' },
  sourcePostId: { column: 'source_post_id', is: 'silent' },
  sourceChannelId: { column: 'source_channel_id', is: 'silent' },
  due: { column: 'due', is: 'told' },
  dueAt: { column: 'due_at', is: 'derived' },
  dueZone: { column: 'due_zone', is: 'derived' },
  repeat: { column: 'repeat', is: 'told' },
  repeatFrom: { column: 'repeat_from', is: 'told' },
  repeatAnchor: { column: 'repeat_anchor', is: 'told' },
  occurrence: { column: 'occurrence', is: 'told' },
  reminders: { column: 'reminders', is: 'told', isJson: true },
  request: { column: 'request', is: 'told' },
  requestReason: { column: 'request_reason', is: 'told' },
  requestedAt: { column: 'requested_at', is: 'told' },
} as const satisfies Record<keyof FlatTodo, Kept>;

export type TodoColumns = typeof TODO_COLUMNS;
type FieldName = {
  [Name in keyof TodoColumns]: TodoColumns[Name]['is'] extends 'told' | 'derived' ? Name : never;
}[keyof TodoColumns];

/** The fields that a change may set, and undo puts back. */
export type Fields = Pick<Todo, FieldName>;

const namesOf = (...kinds: Kept['is'][]) =>
  Object.entries<Kept>(TODO_COLUMNS)
    .filter(([, { is }]) => kinds.includes(is))
    .map(([name]) => name) as readonly FieldName[];

export const FIELD_NAMES = namesOf('told', 'derived');
export const TOLD_NAMES = namesOf('told');
