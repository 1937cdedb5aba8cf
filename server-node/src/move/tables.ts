/** A table of the store, as both databases have it. */
export interface Table {
  name: string;
  columns: readonly string[];
  /** Unique, and its order is the order of copying. */
  key: string;
  /** Given by the database, so that it has to be told to go on after the last one. */
  isNumbered: boolean;
}

/** Everything that a store keeps, referenced tables first. */
export const TABLES: readonly Table[] = [
  table('todo_list', 'id revision next_number open_count done_count'),
  table(
    'todo',
    'id list_id number text notes state creator_id assignee_id sort_order version created_at updated_at done_at source_post_id source_channel_id',
  ),
  table('todo_history', 'seq change_id list_id todo_id actor_id act at before_fields after_fields undoes'),
  table('todo_claim', 'claim_key change_id claimed_at'),
  table(
    'todo_reply',
    'seq id order_key target text created_at due_at attempts finished_at post_id reason taken_by',
  ),
];

/** @param names separated by blanks, the key first */
function table(name: string, names: string): Table {
  const columns = names.split(' ');
  const [key = ''] = columns;
  return { name, columns, key, isNumbered: key === 'seq' };
}

export type Value = string | number | null;
export type Row = Readonly<Record<string, Value>>;
