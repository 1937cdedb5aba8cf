import type { TodoView } from '@todo-node/server/contract/todo-view';
import { byOrder, type Row, type Rows } from './select-rows.ts';
import type { ModelState } from './state.ts';

/** A row that must not leave its place, because somebody is writing in it. */
export interface Held {
  key: string;
  /** As it was when the writing began: its state says in which group the row stays. */
  todo: TodoView;
}

/** The rows with those that are held in their old place, whatever others did to them. */
export function withHeld(rows: Rows, held: readonly Held[], known: ModelState['todos']): Rows {
  return held.reduce((before, one) => withOne(before, one, known), rows);
}

function withOne(rows: Rows, held: Held, known: ModelState['todos']): Rows {
  const isIt = (row: Row) => row.key === held.key || row.todo.id === held.todo.id;
  const open = rows.open.find(isIt);
  const done = rows.done.find(isIt);
  const wasDone = held.todo.state === 'done';
  if ((wasDone ? done : open) !== undefined) return rows;
  const row = open ?? done ?? lostRow(held, known[held.todo.id]);
  const isOther = (other: Row) => other !== row;
  if (wasDone) return { open: rows.open.filter(isOther), done: [row, ...rows.done] };
  return { open: [...rows.open, row].sort(byOrder), done: rows.done.filter(isOther) };
}

/** The row of a to-do that was deleted, or that the list lacks for a reason unknown here. */
function lostRow({ key, todo }: Held, now: TodoView | undefined): Row {
  const lost = { key, pending: [], fresh: 0 };
  if (now?.state === 'deleted') return { ...lost, todo: now };
  return { ...lost, todo: { ...todo, state: 'deleted' }, isGone: true };
}
