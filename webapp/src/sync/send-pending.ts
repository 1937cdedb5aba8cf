import type { CommandView } from '@todo-node/server/contract/api';
import type { ChangeView } from '@todo-node/server/contract/todo-view';
import type { Api } from '../api/api.ts';
import { asRequestFailure, RequestFailure } from '../api/request-failure.ts';
import { refOfList } from '../model/list-names.ts';
import type { Pending, PendingOf } from '../model/state.ts';

type Senders = { [K in Pending['kind']]: (api: Api, one: PendingOf<K>) => Promise<ChangeView | null> };

const SENDERS: Senders = {
  add: (api, { listId, text, notes, more = [], source, said, to, requestId }) =>
    api.addTodo(refOfList(listId), {
      text,
      requestId,
      ...said,
      ...(notes === undefined ? {} : { notes }),
      ...(more.length === 0 ? {} : { more: more.map((one) => one.text) }),
      ...(source === null ? {} : { sourcePostId: source.postId }),
      ...(to === undefined ? {} : { assigneeId: to }),
    }),
  edit: (api, { todoId, text, notes, version, said, requestId }) =>
    api.editTodo(todoId, {
      text,
      requestId,
      ...said,
      ...(notes === undefined ? {} : { notes }),
      ...(version === 0 ? {} : { version }),
    }),
  time: (api, { todoId, said, requestId }) => api.editTodo(todoId, { ...said, requestId }),
  move: async (api, { listId, todos, day, requestId }) => {
    const line = `snooze ${todos.map(({ number }) => number).join(' ')} ${day}`;
    return answerOf(await api.runCommand(refOfList(listId), { line, requestId }));
  },
  assign: (api, { todoId, to, requestId }) => api.editTodo(todoId, { assigneeId: to, requestId }),
  request: (api, { todoId, request, reason, requestId }) =>
    api.editTodo(todoId, { request, requestId, ...(reason === '' ? {} : { reason }) }),
  state: (api, { todoId, state, requestId }) => api.editTodo(todoId, { state, requestId }),
  delete: (api, { todoId }) => unless(['todo_not_found'], api.deleteTodo(todoId)),
  undo: (api, { changeId }) =>
    changeId === null ? Promise.resolve(null) : unless(['nothing_to_undo'], api.undoChange(changeId)),
  program: runProgram,
};

export function sendPending(api: Api, one: Pending): Promise<ChangeView | null> {
  return (SENDERS[one.kind] as (api: Api, one: Pending) => Promise<ChangeView | null>)(api, one);
}

/**
 * Deleting and undoing have no request id: sent again after a lost answer, they find their work done. The
 * list is then fetched again.
 */
async function unless(codes: readonly string[], work: Promise<ChangeView>): Promise<ChangeView | null> {
  try {
    return await work;
  } catch (thrown) {
    if (codes.includes(asRequestFailure(thrown).code)) return null;
    throw thrown;
  }
}

/** In UTF-16 units; the backend compares no more than the beginning. */
const LONGEST_SHOWN = 1_000;

/** A row goes with its text, because its number may be another one's by now. */
async function runProgram(api: Api, one: PendingOf<'program'>): Promise<ChangeView | null> {
  const { verb, text, ref, requestId } = one;
  const parts = ref === null ? { text } : { text: text.slice(0, LONGEST_SHOWN), refs: [ref] };
  return answerOf(await api.runCommand(refOfList(one.listId), { verb, requestId, ...parts }));
}

/** Whoever says no has been reached: their words stay on the row. */
function answerOf(view: CommandView): ChangeView | null {
  if (!view.ok) throw new RequestFailure('refused', view.answer, { code: 'program_said_no' });
  return view.change;
}
