import { openTodo } from '../callers/open-todo.ts';
import { errorInWords } from '../program/texts/in-words.ts';
import { AppError } from '../shared/app-error.ts';
import type { FormAct } from './form-act.ts';
import type { PressDeps } from './ports.ts';
import type { Press } from './press.ts';
import { answering } from './press-request.ts';
import type { Filled, Values } from './run-form.ts';

/** Declines a request, with a reason or without one. */
export async function fillInDecline(
  deps: PressDeps,
  press: Press,
  { todoId, version, among }: Extract<FormAct, { kind: 'decline' }>,
  { reason = '' }: Values,
): Promise<Filled> {
  const { caller, requestKey, texts } = press;
  const { id, listId } = await openTodo(deps.acts, caller, ['see', 'decline'], todoId);
  const request = { actorId: caller.userId, listId, requestKey };
  try {
    return await answering(deps, press, { todoId, among }, () =>
      deps.acts.decline(request, { ids: [id] }, reason, version),
    );
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'text_too_long') throw error;
    return { kind: 'errors', errors: { reason: errorInWords(texts, error) } };
  }
}
