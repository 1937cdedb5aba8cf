import { UNSAID, type ListKey, type TodoView } from '@todo-node/server/contract/todo-view';
import { isConflict } from './select-list.ts';
import { ownerOfList, personListKey } from './list-names.ts';
import { belongsTo, isOfRequests, isViewKey, viewKey } from './views.ts';
import { isAmongOpen } from './states.ts';
import { withAnswer, withAssignee } from './said-of-requests.ts';
import { withDay, withSaid } from './said-of-time.ts';
import { addedRows, type AddedRow, type ModelState, type Pending, type PendingOf } from './state.ts';

/** A to-do as it is shown: the backend's copy with the person's own unconfirmed changes on top. */
export interface Row {
  /** Stays the same from the first keystroke to the confirmed to-do. */
  key: string;
  todo: TodoView;
  /** Unconfirmed changes of this row, oldest first. */
  pending: readonly Pending[];
  /** Version that came from elsewhere, to be shown as new; 0 for none. */
  fresh: number;
  /** The list does not have it any more, and it is not known why. */
  isGone?: true;
}

export interface Rows {
  open: readonly Row[];
  done: readonly Row[];
}

/** In the order of the backend. */
export const byOrder = (a: Row, b: Row): number =>
  a.todo.order - b.todo.order || a.todo.createdAt - b.todo.createdAt;

/** Rows without a date come last. Sorting is stable: those of one moment stay in their order. */
export const bySoonest = (a: Row, b: Row): number =>
  (a.todo.dueAt ?? Infinity) - (b.todo.dueAt ?? Infinity) || 0;

const byAsked = (a: Row, b: Row): number => (a.todo.requestedAt ?? 0) - (b.todo.requestedAt ?? 0);

/** What was asked first is answered first; of what one sent, the last is looked for. */
function orderOf(key: ListKey): (a: Row, b: Row) => number {
  if (!isViewKey(key)) return byOrder;
  if (!isOfRequests(key)) return bySoonest;
  return key === viewKey('requests') ? byAsked : (a, b) => byAsked(b, a);
}

const NO_PENDING: readonly Pending[] = [];

/**
 * Rows of one list or view. Rows that did not change are the same objects as the last time, and so are the lists
 * when none did: with 1,000 to-dos a tick draws one row.
 */
export function makeSelectRows() {
  let last: { state: ModelState; listId: ListKey; rows: Rows } | null = null;
  let known = new Map<string, Row>();
  return (state: ModelState, listId: ListKey): Rows => {
    if (last !== null && last.listId === listId && isSame(last.state, state)) return last.rows;
    const rows = computeRows(state, listId);
    const kept = new Map<string, Row>();
    const keep = (row: Row): Row => {
      const before = known.get(row.key);
      const same = before !== undefined && isSameRow(before, row) ? before : row;
      kept.set(row.key, same);
      return same;
    };
    last = { state, listId, rows: { open: rows.open.map(keep), done: rows.done.map(keep) } };
    known = kept;
    return last.rows;
  };
}

const isSame = (one: ModelState, other: ModelState) =>
  one.todos === other.todos &&
  one.outbox === other.outbox &&
  one.lingering === other.lingering &&
  one.fresh === other.fresh &&
  one.answers === other.answers &&
  one.due === other.due &&
  one.me === other.me;

function isSameRow(one: Row, other: Row): boolean {
  return (
    one.fresh === other.fresh &&
    one.pending.length === other.pending.length &&
    one.pending.every((pending, at) => pending === other.pending[at]) &&
    (one.todo === other.todo || (one.pending.length > 0 && sameTodo(one.todo, other.todo)))
  );
}

const sameTodo = (one: TodoView, other: TodoView) =>
  one.version === other.version &&
  one.due === other.due &&
  one.dueAt === other.dueAt &&
  one.repeat === other.repeat &&
  one.reminders === other.reminders &&
  one.text === other.text &&
  one.notes === other.notes &&
  one.assigneeId === other.assigneeId &&
  one.request === other.request &&
  one.requestReason === other.requestReason &&
  one.requestedAt === other.requestedAt &&
  one.state === other.state;

function computeRows(state: ModelState, listId: ListKey): Rows {
  const isView = isViewKey(listId);
  const keepsAll = isOfRequests(listId);
  const belongs = belongsTo(listId, state);
  const addsTo = isView ? personListKey(state.me?.userId ?? '') : listId;
  const changes = byTodo(state.outbox);
  const rows = new Map<string, Row>();
  const put = (todo: TodoView) => {
    const key = state.localNames[todo.id] ?? todo.id;
    const pending = changes.get(todo.id) ?? NO_PENDING;
    const shown = applied(todo, pending);
    if (belongs(shown)) rows.set(key, { key, todo: shown, pending, fresh: state.fresh[todo.id] ?? 0 });
  };
  for (const todo of Object.values(state.todos)) put(todo);
  state.outbox.forEach((one, at) => {
    if (one.kind !== 'add' || one.listId !== addsTo) return;
    addedRows(one).forEach((added, among) => {
      const own = changes.get(added.localId) ?? NO_PENDING;
      const row = addedRow(one, added, at * MOST_AT_ONCE + among, own);
      if (belongs(row.todo)) rows.set(added.localId, row);
    });
  });
  const shown = [...rows.values()];
  const isDone = ({ todo }: Row) => todo.state === 'done' && state.lingering[todo.id] !== true;
  const isOpen = (row: Row) =>
    keepsAll || (!isDone(row) && (isAmongOpen(row.todo) || row.todo.state === 'done' || hasRefusal(row)));
  return {
    open: shown.filter(isOpen).sort(orderOf(listId)),
    done: isView ? [] : shown.filter(isDone).sort((a, b) => (b.todo.doneAt ?? 0) - (a.todo.doneAt ?? 0)),
  };
}

const hasRefusal = (row: Row) => row.pending.some((one) => one.refusal !== null);

function byTodo(outbox: readonly Pending[]): Map<string, Pending[]> {
  const table = new Map<string, Pending[]>();
  const put = (id: string, one: Pending) => table.set(id, [...(table.get(id) ?? []), one]);
  for (const one of outbox) {
    if ('todoId' in one) put(one.todoId, one);
    if (one.kind === 'move') for (const todo of one.todos) put(todo.id, one);
    if (one.kind === 'undo') for (const todo of one.restore) put(todo.id, one);
  }
  return table;
}

function applied(todo: TodoView, pending: readonly Pending[]): TodoView {
  return pending.reduce(
    (shown, one) => (one.refusal === null ? withChange(shown, one) : withRefused(shown, one)),
    todo,
  );
}

function withChange(todo: TodoView, one: Pending): TodoView {
  if (one.kind === 'edit')
    return withSaid({ ...todo, text: one.text, notes: one.notes ?? todo.notes }, one.said, one.zone);
  if (one.kind === 'time') return withSaid(todo, one.said, one.zone);
  if (one.kind === 'request') return withAnswer(todo, one);
  if (one.kind === 'assign') return withAssignee(todo, one);
  if (one.kind === 'move') return withDay(todo, one.day, one.zone, one.at);
  if (one.kind === 'state')
    return { ...todo, state: one.state, doneAt: one.state === 'done' ? one.at : null };
  if (one.kind === 'delete') return { ...todo, state: 'deleted' };
  if (one.kind !== 'undo') return todo;
  const before = one.restore.find((row) => row.id === todo.id);
  return before === undefined ? todo : { ...before, version: todo.version };
}

/** A refused text stays to be seen; a refused tick or delete does not stay done. */
function withRefused(todo: TodoView, one: Pending): TodoView {
  return one.kind === 'edit' && !isConflict(one) ? withChange(todo, one) : todo;
}

/** More than one change adds. */
const MOST_AT_ONCE = 1_000;

/** After all others: that is where the backend puts a new one. */
function addedRow(
  one: PendingOf<'add'>,
  { localId, text }: AddedRow,
  at: number,
  changes: readonly Pending[],
): Row {
  const todo: TodoView = {
    ...UNSAID,
    id: localId,
    listId: one.listId,
    number: 0,
    text,
    notes: one.notes ?? '',
    state: 'open',
    creatorId: one.creatorId,
    order: Number.MAX_SAFE_INTEGER - 10_000_000 + at,
    version: 0,
    createdAt: one.at,
    updatedAt: one.at,
    source: one.source,
    assigneeId: ownerOfList(one.listId) === null ? (one.to ?? null) : null,
  };
  const dated = one.text === text ? withSaid(todo, one.said, one.zone) : todo;
  return { key: localId, todo: applied(dated, changes), pending: [one, ...changes], fresh: 0 };
}
