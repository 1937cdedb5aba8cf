import type { TodosView } from '@todo-node/server/contract/api';
import type { ChangeView, ListView, TodoView } from '@todo-node/server/contract/todo-view';
import type { ReadList } from '../api/views.ts';
import { isAmongOpen } from './states.ts';
import type { Fault, ListRecord, ModelState, Question } from './state.ts';

type Todos = ModelState['todos'];

/**
 * Takes in one to-do from the backend, whichever way it came (answer, event, page). Safe to repeat and
 * safe out of order: an older copy never replaces a newer one, and when nothing changes the same object
 * comes back, so that its row is not drawn again.
 */
export function mergeTodo(known: Todos, incoming: TodoView): Todos {
  const current = known[incoming.id];
  if (current !== undefined && current.version >= incoming.version) return known;
  return { ...known, [incoming.id]: incoming };
}

/** Like {@link mergeTodo} for many, with one copy of the table. */
export function mergeTodos(known: Todos, incoming: readonly TodoView[]): Todos {
  const newer = incoming.filter((todo) => (known[todo.id]?.version ?? -1) < todo.version);
  return newer.length === 0
    ? known
    : { ...known, ...Object.fromEntries(newer.map((todo) => [todo.id, todo])) };
}

/** Takes in one confirmed change, the caller's own or somebody's. */
export function mergeChange(state: ModelState, change: ChangeView, fromElsewhere: boolean): ModelState {
  const list = state.lists[change.listId];
  const wanted = change.todos.filter((todo) => isNews(state, list, change, todo));
  const todos = mergeTodos(state.todos, wanted);
  const newer = wanted.filter((todo) => todos[todo.id] === todo && state.todos[todo.id] !== todo);
  return {
    ...state,
    todos,
    lists: { ...state.lists, [change.listId]: withCounts(list, change) },
    heardAt: record(state.heardAt, newer, () => change.revision),
    fresh: fromElsewhere ? record(state.fresh, newer, (todo) => todo.version) : state.fresh,
    changedBy: withChanger(state.changedBy, newer, change.actorId),
    doneBy: withCompleter(state, newer, change.actorId),
    lingering: fromElsewhere ? withTicked(state, newer) : state.lingering,
  };
}

function withChanger(
  known: ModelState['changedBy'],
  todos: readonly TodoView[],
  userId: string | undefined,
): ModelState['changedBy'] {
  if (userId === undefined) return known;
  return record(known, todos, ({ version }) => ({ version, userId }));
}

function withCompleter(
  state: ModelState,
  newer: readonly TodoView[],
  userId: string | undefined,
): ModelState['doneBy'] {
  if (userId === undefined) return state.doneBy;
  const isTicked = (todo: TodoView) => todo.state === 'done' && state.todos[todo.id]?.state !== 'done';
  return record(state.doneBy, newer.filter(isTicked), () => userId);
}

/** What somebody else ticks stays for the same moment as what one ticks oneself. */
function withTicked(state: ModelState, newer: readonly TodoView[]): ModelState['lingering'] {
  const isTicked = ({ id, state: next }: TodoView) => next === 'done' && state.todos[id]?.state === 'open';
  return record(state.lingering, newer.filter(isTicked), () => true as const);
}

/** A row that a later full fetch did not have is gone, and an older event must not bring it back. */
function isNews(
  state: ModelState,
  list: ListRecord | undefined,
  change: ChangeView,
  todo: TodoView,
): boolean {
  const isKnown = state.todos[todo.id] !== undefined;
  return isKnown || !isAmongOpen(todo) || (list?.openAt ?? -1) < change.revision;
}

function withCounts(list: ListRecord | undefined, change: ChangeView): ListRecord {
  const base = list ?? emptyList(change.listId);
  if (base.revision >= change.revision) return base;
  const { revision, openCount, doneCount } = change;
  return { ...base, revision, openCount, doneCount };
}

/**
 * All open to-dos of a list as one fetch saw them: what it did not see, and nobody named since, is gone; but not before
 * the backend has answered to the person's own changes of it.
 */
export function mergeOpenList(state: ModelState, view: ReadList): ModelState {
  const seen = new Set(view.todos.map((todo) => todo.id));
  for (const one of state.outbox) if ('todoId' in one) seen.add(one.todoId);
  const gone = Object.values(state.todos).filter(
    (todo) =>
      todo.listId === view.id &&
      isAmongOpen(todo) &&
      !seen.has(todo.id) &&
      (state.heardAt[todo.id] ?? 0) <= view.revision,
  );
  const kept = gone.length === 0 ? state.todos : without(state.todos, gone);
  return {
    ...withList(state, view, {
      openAt: view.revision,
      program: view.program,
      unreadable: view.unreadable ?? 0,
    }),
    todos: mergeTodos(kept, view.todos),
  };
}

/** Which to-dos an answer would have, or may have had a moment ago. */
const COULD_BE: Record<Question, (todo: TodoView) => boolean> = {
  agenda: ({ dueAt }) => dueAt !== null,
  requests: ({ state }) => state === 'waiting',
  sent: ({ request }) => request !== null,
};

/**
 * To-dos of several lists. What the answer lacks may still stand in a list, so it is passed over in views only; of what
 * was not known yet when it was asked for, the answer says nothing.
 */
export function mergeAnswer(
  state: ModelState,
  { question, known, view }: { question: Question; known: Todos; view: TodosView },
): ModelState {
  const ids = new Set(view.todos.map(({ id }) => id));
  const missing = Object.values(known).filter((todo) => COULD_BE[question](todo) && !ids.has(todo.id));
  const without = Object.fromEntries(view.isAll ? missing.map(({ id, version }) => [id, version]) : []);
  return {
    ...state,
    todos: mergeTodos(state.todos, view.todos),
    answers: { ...state.answers, [question]: { without, isAll: view.isAll } },
  };
}

/** What cannot be undone any more is not offered. */
function withReadOnly(state: ModelState, listId: string, readOnly: string | null): ModelState {
  if (readOnly === null) return state;
  return { ...state, undoables: state.undoables.filter((one) => one.listId !== listId) };
}

/** A change was refused because the list takes none now. */
export function becomeReadOnly(state: ModelState, listId: string, readOnly: string): ModelState {
  const list = state.lists[listId] ?? emptyList(listId);
  const lists = { ...state.lists, [listId]: { ...list, readOnly } };
  return withReadOnly({ ...state, lists }, listId, readOnly);
}

/** A page of done to-dos; the first one starts the paging anew. */
export function mergeDonePage(state: ModelState, view: ListView): ModelState {
  return {
    ...withList(state, view, { doneNext: view.next, doneFault: null }),
    doneBy: { ...state.doneBy, ...view.doneBy },
    todos: mergeTodos(state.todos, view.todos),
  };
}

export function withDoneFault(state: ModelState, listId: string, doneFault: Fault | null): ModelState {
  const list = state.lists[listId] ?? emptyList(listId);
  return { ...state, lists: { ...state.lists, [listId]: { ...list, doneFault } } };
}

/** Counts only: what the button in the header needs. */
export function mergeListHead(state: ModelState, view: ListView): ModelState {
  return withList(state, view, { program: view.program });
}

function withList(state: ModelState, view: ListView, more: Partial<ListRecord>): ModelState {
  const base = state.lists[view.id] ?? emptyList(view.id);
  const { id, kind, revision, openCount, doneCount } = view;
  const counts = base.revision > revision ? {} : { revision, openCount, doneCount };
  const readOnly = view.readOnly ?? null;
  const lists = { ...state.lists, [id]: { ...base, kind, ...counts, readOnly, ...more } };
  return withReadOnly({ ...state, lists }, id, readOnly);
}

export function emptyList(id: string): ListRecord {
  const kind = id.startsWith('person:') ? 'person' : id.startsWith('channel:') ? 'channel' : 'shared';
  return {
    id,
    kind,
    revision: -1,
    openCount: 0,
    doneCount: 0,
    openAt: null,
    doneNext: undefined,
    doneFault: null,
    unreadable: 0,
    readOnly: null,
    program: null,
  };
}

function without(todos: Todos, gone: readonly TodoView[]): Todos {
  const left = { ...todos };
  for (const todo of gone) Reflect.deleteProperty(left, todo.id);
  return left;
}

function record<T>(
  table: Readonly<Record<string, T>>,
  todos: readonly TodoView[],
  valueOf: (todo: TodoView) => T,
): Readonly<Record<string, T>> {
  if (todos.length === 0) return table;
  return { ...table, ...Object.fromEntries(todos.map((todo) => [todo.id, valueOf(todo)])) };
}
