import type { Caller } from '../../callers/ports.ts';
import { AppError } from '../../shared/app-error.ts';
import type { Todo } from '../../todos/todo.ts';
import { hiddenChannels } from './source-visibility.ts';
import { todoView } from './todo-view.ts';

/** A refusal that has the to-do as it is shows of it what the caller may see. */
export async function showingConflict<T>(caller: Caller, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof AppError) || error.details['todo'] === undefined) throw error;
    const todo = error.details['todo'] as Todo;
    const view = todoView(todo, await hiddenChannels(caller, [todo]), caller.userId);
    throw new AppError(error.code, error.message, {
      cause: error,
      details: { ...error.details, todo: view },
    });
  }
}
