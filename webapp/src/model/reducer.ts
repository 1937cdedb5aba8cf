import type { ChangeView, TodoView } from '@todo-node/server/contract/todo-view';
import { asTodo } from '../api/views.ts';
import { isModelAction, type ModelAction } from './actions.ts';
import { connectionAfter } from './connection.ts';
import {
  becomeReadOnly,
  mergeAnswer,
  mergeChange,
  mergeDonePage,
  mergeListHead,
  mergeOpenList,
  mergeTodo,
  withDoneFault,
} from './merge.ts';
import {
  addedRows,
  INITIAL_STATE,
  type Fault,
  type ModelState,
  type Pending,
  type PendingOf,
  type Undoable,
} from './state.ts';

/** More than anybody takes back; older ones stay done. */
const MAX_UNDOABLES = 30;

type On<T extends ModelAction['type']> = Extract<ModelAction, { type: T }>;
type Handlers = { [T in ModelAction['type']]: (state: ModelState, action: On<T>) => ModelState };

const HANDLERS: Handlers = {
  'todo-node/reset': () => INITIAL_STATE,
  'todo-node/me': (state, { me }) => ({ ...state, me }),
  'todo-node/due': (state, { due }) => ({ ...state, due }),
  'todo-node/answer': mergeAnswer,
  'todo-node/openList': (state, { view }) => mergeOpenList(withoutListFault(state, view.id), view),
  'todo-node/donePage': (state, { view }) => mergeDonePage(state, view),
  'todo-node/listHead': (state, { view }) => mergeListHead(state, view),
  'todo-node/listFault': (state, { listId, fault }) =>
    fault === null
      ? withoutListFault(state, listId)
      : { ...state, listFaults: { ...state.listFaults, [listId]: fault } },
  'todo-node/doneFault': (state, { listId, fault }) => withDoneFault(state, listId, fault),
  'todo-node/changed': (state, { change }) => mergeEvent(state, change),
  'todo-node/queued': queued,
  'todo-node/confirmed': confirmed,
  'todo-node/refused': refused,
  'todo-node/released': (state, { requestId }) => ({
    ...state,
    outbox: state.outbox.map((one) => (one.requestId === requestId ? { ...one, refusal: null } : one)),
  }),
  'todo-node/dropped': dropped,
  'todo-node/undone': (state, { requestId }) => ({
    ...state,
    undoables: state.undoables.filter((one) => one.requestId !== requestId),
  }),
  'todo-node/lingers': (state, { todoId }) => ({
    ...state,
    lingering: { ...state.lingering, [todoId]: true },
  }),
  'todo-node/settled': (state, { todoId }) => {
    if (!(todoId in state.lingering)) return state;
    const lingering = { ...state.lingering };
    Reflect.deleteProperty(lingering, todoId);
    return { ...state, lingering };
  },
  'todo-node/fault': (state, { fault }) =>
    sameFault(state.fault, fault)
      ? state
      : { ...state, fault, connection: connectionAfter(state.connection, fault) },
  'todo-node/retryAt': (state, { retryAt }) =>
    state.connection.kind === 'ok' || state.connection.retryAt === retryAt
      ? state
      : { ...state, connection: { ...state.connection, retryAt } },
  'todo-node/announced': (state, { text }) => announced(state, text),
  'todo-node/announceWhenTaken': (state, { requestId, text }) => ({
    ...state,
    toAnnounce: { ...state.toAnnounce, [requestId]: text },
  }),
};

export function reducer(
  state: ModelState = INITIAL_STATE,
  action: { type: unknown } | ModelAction,
): ModelState {
  if (!isModelAction(action) || !Object.hasOwn(HANDLERS, action.type)) return state;
  const handle = HANDLERS[action.type] as (state: ModelState, action: ModelAction) => ModelState;
  return handle(state, action);
}

function queued(state: ModelState, { pending, undoable }: On<'todo-node/queued'>): ModelState {
  const ticked = pending.kind === 'state' && pending.state === 'done' ? pending.todoId : null;
  return {
    ...state,
    outbox: [...state.outbox, pending],
    undoables: undoable === null ? state.undoables : [...state.undoables, undoable].slice(-MAX_UNDOABLES),
    lingering: ticked === null ? state.lingering : { ...state.lingering, [ticked]: true },
  };
}

const announced = (state: ModelState, text: string): ModelState => ({
  ...state,
  announcement: { text, turn: state.announcement.turn + 1 },
});

/** The change was taken, or will never be; one that was refused may be tried again. */
function withoutWords(state: ModelState, requestId: string): ModelState {
  if (state.toAnnounce[requestId] === undefined) return state;
  const toAnnounce = { ...state.toAnnounce };
  Reflect.deleteProperty(toAnnounce, requestId);
  return { ...state, toAnnounce };
}

/** An event may overtake the answer to our own change: then it is not news, and an added row has its name. */
function mergeEvent(state: ModelState, change: ChangeView): ModelState {
  const [first] = change.todos;
  const isOwn = (one: Pending) => {
    if (one.kind === 'move') return one.todos.some(({ id }) => id === first?.id);
    return first !== undefined && 'todoId' in one ? one.todoId === first.id : isAddOf(one, first);
  };
  const own = state.outbox.find((one) => one.refusal === null && one.listId === change.listId && isOwn(one));
  const named = own?.kind === 'add' ? withNames(state, own, change.todos) : state;
  return mergeChange(named, change, own === undefined);
}

const isAddOf = (one: Pending, todo: TodoView | undefined) =>
  one.kind === 'add' &&
  todo?.version === 1 &&
  todo.creatorId === one.creatorId &&
  (todo.text === one.text || isReadOutOf(one, todo));

/** The backend took the date out of the text. */
const isReadOutOf = ({ said, text }: PendingOf<'add'>, todo: TodoView) =>
  said === undefined && todo.due !== null && todo.text.length < text.length;

/** The answer to a change names the to-do that was only known here, and the change that undo takes back. */
function confirmed(state: ModelState, { requestId, change }: On<'todo-node/confirmed'>): ModelState {
  const pending = state.outbox.find((one) => one.requestId === requestId);
  const outbox = state.outbox.filter((one) => one.requestId !== requestId);
  const left = withoutWords({ ...told(state, requestId), outbox }, requestId);
  if (change === null) return left;
  const named = pending?.kind === 'add' ? withNames(left, pending, change.todos) : left;
  return mergeChange(rebased(withChangeId(named, requestId, change), change), change, false);
}

function told(state: ModelState, requestId: string): ModelState {
  const words = state.toAnnounce[requestId];
  return words === undefined ? state : announced(state, words);
}

/** Edits that wait behind our own change build on it: they must not conflict with ourselves. */
function rebased(state: ModelState, change: ChangeView): ModelState {
  const versions = new Map(change.todos.map((todo) => [todo.id, todo.version]));
  const rebase = (one: Pending): Pending => {
    const version = one.kind === 'edit' ? versions.get(one.todoId) : undefined;
    return one.kind === 'edit' && version === one.version + 1 ? { ...one, version } : one;
  };
  return { ...state, outbox: state.outbox.map(rebase) };
}

function withNames(state: ModelState, add: PendingOf<'add'>, todos: readonly TodoView[]): ModelState {
  return addedRows(add).reduce((named, { localId }, at) => withName(named, localId, todos[at]), state);
}

function withName(state: ModelState, localId: string, todo: TodoView | undefined): ModelState {
  if (todo === undefined) return state;
  const rename = (one: Pending): Pending =>
    'todoId' in one && one.todoId === localId ? { ...one, todoId: todo.id } : one;
  const lingering =
    localId in state.lingering ? { ...state.lingering, [todo.id]: true as const } : state.lingering;
  const others = Object.entries(state.localNames).filter(([, name]) => name !== localId);
  const localNames = { ...Object.fromEntries(others), [todo.id]: localId };
  return { ...state, localNames, lingering, outbox: state.outbox.map(rename) };
}

function withChangeId(state: ModelState, requestId: string, change: ChangeView): ModelState {
  const { changeId } = change;
  const restored = (one: Undoable) => (one.act === 'add' ? change.todos.map(asDeleted) : one.restore);
  return {
    ...state,
    outbox: state.outbox.map((one) =>
      one.kind === 'undo' && one.of === requestId ? { ...one, changeId } : one,
    ),
    undoables: state.undoables.map((one) =>
      one.requestId === requestId ? { ...one, changeId, restore: restored(one) } : one,
    ),
  };
}

/** Undoing an add takes the to-do away. */
const asDeleted = (todo: TodoView): TodoView => ({ ...todo, state: 'deleted' });

/** A conflict brings the to-do as it is now. What was refused can no longer be taken back. */
function refused(state: ModelState, { requestId, fault, current }: On<'todo-node/refused'>): ModelState {
  const victim = state.outbox.find((one) => one.requestId === requestId);
  const isGone = fault.code === 'todo_not_found' && victim !== undefined && 'todoId' in victim;
  const isArchived = fault.code === 'list_archived' && victim !== undefined;
  const marked = isArchived ? becomeReadOnly(state, victim.listId, 'archived') : state;
  const known = isGone ? withoutTodo(marked, victim.todoId) : marked;
  const todo = asTodo(current);
  return {
    ...known,
    todos: todo === null ? known.todos : mergeTodo(known.todos, todo),
    outbox: state.outbox
      .filter((one) => !(one.kind === 'undo' && one.of === requestId))
      .map((one) => (one.requestId === requestId ? { ...one, refusal: fault } : one)),
    undoables: known.undoables.filter((one) => one.requestId !== requestId),
  };
}

/** The backend has no such to-do any more; who deleted it was not told. */
function withoutTodo(state: ModelState, todoId: string): ModelState {
  const todo = state.todos[todoId];
  if (todo === undefined) return state;
  const changedBy = { ...state.changedBy };
  Reflect.deleteProperty(changedBy, todoId);
  return { ...state, changedBy, todos: { ...state.todos, [todoId]: asDeleted(todo) } };
}

/** With a to-do that was never sent go the changes to it. */
function dropped(state: ModelState, { requestId, localId }: On<'todo-node/dropped'>): ModelState {
  const victim = state.outbox.find((one) => one.requestId === requestId);
  const rows = victim?.kind === 'add' ? addedRows(victim) : [];
  const localIds = new Set(rows.map((row) => row.localId).filter((id) => (localId ?? id) === id));
  const isLeft = localIds.size < rows.length;
  const isGone = (one: Pending) =>
    (one.requestId === requestId && !isLeft) || ('todoId' in one && localIds.has(one.todoId));
  const gone = new Set(state.outbox.filter(isGone).map((one) => one.requestId));
  const outbox = state.outbox.filter((one) => !gone.has(one.requestId));
  return {
    ...(isLeft ? state : withoutWords(state, requestId)),
    outbox: isLeft ? outbox.map((one) => (one === victim ? withoutRows(victim, localIds) : one)) : outbox,
    undoables: state.undoables.filter((one) => !gone.has(one.requestId)),
  };
}

function withoutRows(one: Pending, localIds: ReadonlySet<string>): Pending {
  if (one.kind !== 'add') return one;
  const [first, ...more] = addedRows(one).filter(({ localId }) => !localIds.has(localId));
  return first === undefined ? one : { ...one, ...first, more };
}

function withoutListFault(state: ModelState, listId: string): ModelState {
  if (state.listFaults[listId] === undefined) return state;
  const listFaults = { ...state.listFaults };
  Reflect.deleteProperty(listFaults, listId);
  return { ...state, listFaults };
}

function sameFault(one: Fault | null, other: Fault | null): boolean {
  return (
    one === other ||
    (one?.kind === other?.kind && one?.message === other?.message && one?.retryAt === other?.retryAt)
  );
}
