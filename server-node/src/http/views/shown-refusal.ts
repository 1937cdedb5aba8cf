import type { Caller } from '../../callers/ports.ts';
import { AppError } from '../../shared/app-error.ts';
import type { Todo } from '../../todos/todo.ts';
import { hiddenChannels } from './source-visibility.ts';
import { todoView } from './todo-view.ts';

/** A refusal that has the to-do as it is shows of it what the caller may see; every other error is the same. */
export async function shownRefusal(caller: Caller, error: unknown): Promise<unknown> {
  if (!(error instanceof AppError) || error.details['todo'] === undefined) return error;
  const { code, message, details } = error;
  const todo = details['todo'] as Todo;
  const view = todoView(todo, await hiddenChannels(caller, [todo]), caller.userId);
  return new AppError(code, message, { cause: error, details: { ...details, todo: view } });
}
