import { UNSAID, type ChangeView, type ListView, type TodoView } from '@todo-node/server/contract/todo-view';

export const ALICE = 'alice000000000000000000000';
export const BOB = 'bob00000000000000000000000';
export const LIST = `person:${ALICE}`;
export const NOON = Date.UTC(2026, 10, 27, 12);

export function makeTodo(fields: Partial<TodoView> = {}): TodoView {
  return {
    ...UNSAID,
    id: 'todo-1',
    listId: LIST,
    number: 1,
    text: 'Buy milk',
    state: 'open',
    creatorId: ALICE,
    order: 1,
    version: 1,
    createdAt: NOON,
    updatedAt: NOON,
    ...fields,
  };
}

export function makeChange(todos: TodoView[], fields: Partial<ChangeView> = {}): ChangeView {
  return { changeId: 'change-1', listId: LIST, revision: 1, openCount: 1, doneCount: 0, todos, ...fields };
}

export function makeList(todos: TodoView[], fields: Partial<ListView> = {}): ListView {
  return {
    id: LIST,
    kind: 'person',
    revision: 1,
    openCount: todos.length,
    doneCount: 0,
    todos,
    next: null,
    program: null,
    ...fields,
  };
}
