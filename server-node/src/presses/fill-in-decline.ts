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

/** Declines a request, with a reason or without one, unless it is another one than the form asked about. */
export async function fillInDecline(
  deps: PressDeps,
  press: Press,
  act: Extract<FormAct, { kind: 'decline' }>,
  values: Values,
): Promise<Filled> {
  const { acts } = deps;
  const { caller, requestKey, texts } = press;
  const { todoId, version, seen, among } = act;
  const { reason = '' } = values;
  const { id, listId } = await openTodo(acts, caller, ['see', 'decline'], todoId);
  const request = { actorId: caller.userId, listId, requestKey };
  try {
    return await answered(deps, press, await acts.decline(request, { ids: [id] }, reason, version), among);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === 'text_too_long')
      return { kind: 'errors', errors: { reason: errorInWords(texts, error) } };
    if (error.code !== 'version_conflict') throw error;
    const todo = await openTodo(acts, caller, ['see'], todoId);
    if (seenOf(todo) !== seen) return changedSince(press, todo);
    return fillInDecline(deps, press, { ...act, version: todo.version }, values);
  }
}
