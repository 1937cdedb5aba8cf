import { openTodo } from '../callers/open-todo.ts';
import { errorInWords } from '../program/texts/in-words.ts';
import { AppError } from '../shared/app-error.ts';
import type { FormAct } from './form-act.ts';
import type { PressDeps } from './ports.ts';
import { seenOf } from './press-decline-form.ts';
import type { Press } from './press.ts';
import { answered } from './press-request.ts';
import { changedSince } from './row-now.ts';
import type { Filled, Values } from './run-form.ts';

/** So often a request is looked at that changes again and again while it is declined. */
const TRIES = 3;

/** Declines a request, with a reason or without one, unless it is another one than the form asked about. */
export async function fillInDecline(
  deps: PressDeps,
  press: Press,
  act: Extract<FormAct, { kind: 'decline' }>,
  values: Values,
  tries = TRIES,
): Promise<Filled> {
  const { acts } = deps;
  const { caller, requestKey, texts } = press;
  const { todoId, version, seen, among } = act;
  const { reason = '' } = values;
  const { id, listId } = await openTodo(acts, caller, ['see', 'decline'], todoId);
  const request = { actorId: caller.userId, listId, requestKey };
  try {
    const change = await acts.decline(request, { ids: [id] }, reason, version);
    // The same form came before and was undone since: the message is not to say again that the request is declined.
    if (change.todos.some(({ state }) => state !== 'declined')) return { kind: 'told' };
    return await answered(deps, press, change, among);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === 'text_too_long')
      return { kind: 'errors', errors: { reason: errorInWords(texts, error) } };
    if (error.code !== 'version_conflict') throw error;
    const todo = await openTodo(acts, caller, ['see'], todoId);
    if (seenOf(todo) !== seen || tries === 1) return changedSince(press, todo);
    return fillInDecline(deps, press, { ...act, version: todo.version }, values, tries - 1);
  }
}
