import type { CommandView, MeView } from '@todo-node/server/contract/api';
import type {
  ChangeView,
  ListView,
  ProgramListView,
  ProgramRow,
  SourceView,
  TodoView,
} from '@todo-node/server/contract/todo-view';
import { hasShape, isFlag, isListOf, isNumber, isOneOf, isRecord, isText, orNull } from './guards.ts';
import { RequestFailure } from './request-failure.ts';

const isSource = (value: unknown) => hasShape<SourceView>(value, { postId: isText, channelId: isText });

export const isTodoView = (value: unknown): value is TodoView =>
  hasShape<TodoView>(value, {
    id: isText,
    listId: isText,
    number: isNumber,
    text: isText,
    notes: isText,
    state: isOneOf('open', 'done', 'deleted'),
    creatorId: isText,
    assigneeId: orNull(isText),
    order: isNumber,
    version: isNumber,
    createdAt: isNumber,
    updatedAt: isNumber,
    doneAt: orNull(isNumber),
    source: orNull(isSource),
  });

const isProgramRow = (value: unknown) =>
  hasShape<ProgramRow>(value, { ref: isText, text: isText, done: isFlag });
const isProgramList = (value: unknown) =>
  hasShape<ProgramListView>(value, { name: isText, rows: isListOf(isProgramRow), text: isText });

const isChangeView = (value: unknown) =>
  hasShape<ChangeView>(value, {
    changeId: isText,
    actorId: (actorId) => actorId === undefined || isText(actorId),
    listId: isText,
    revision: isNumber,
    openCount: isNumber,
    doneCount: isNumber,
    todos: Array.isArray,
  });

const isListView = (value: unknown) =>
  hasShape<ListView>(value, {
    id: isText,
    kind: isOneOf('person', 'channel', 'shared'),
    revision: isNumber,
    openCount: isNumber,
    doneCount: isNumber,
    todos: Array.isArray,
    next: orNull(isText),
    doneBy: (doneBy) => doneBy === undefined || isRecord(doneBy),
    program: orNull(isProgramList),
  });

const isBot = (value: unknown) => isRecord(value) && isText(value['userId']) && isText(value['username']);
const isMeView = (value: unknown) =>
  hasShape<MeView>(value, {
    userId: isText,
    username: isText,
    bot: orNull(isBot),
    webhookList: isOneOf('channel', 'person', 'shared'),
    program: orNull((program) => isRecord(program) && isText(program['name'])),
    limits: (limits) => isRecord(limits) && isNumber(limits['textLength']),
    push: isOneOf('sse', 'websocket'),
    version: isText,
  });

const isCommandView = (value: unknown) =>
  hasShape<CommandView>(value, { ok: isFlag, answer: isText, change: orNull(isChangeView) });

/** Rows that are not to-dos are left out: the others still show. */
const keepTodos = <T extends { todos: TodoView[] }>(view: T): T => ({
  ...view,
  todos: view.todos.filter(isTodoView),
});

export function parseChange(value: unknown): ChangeView {
  return keepTodos(checked<ChangeView>(value, isChangeView, 'change'));
}
export function parseList(value: unknown): ListView {
  return keepTodos(checked<ListView>(value, isListView, 'list'));
}
export function parseMe(value: unknown): MeView {
  return checked<MeView>(value, isMeView, 'account');
}
export function parseCommand(value: unknown): CommandView {
  const view = checked<CommandView>(value, isCommandView, 'answer');
  return { ...view, change: view.change === null ? null : keepTodos(view.change) };
}

function checked<T>(value: unknown, fits: (value: unknown) => boolean, what: string): T {
  if (fits(value)) return value as T;
  throw new RequestFailure(
    'refused',
    `The to-do server sent a ${what} in a form that this version cannot read. Reload the page; if it stays, the plugin and its server differ in version.`,
    { code: 'unreadable' },
  );
}
