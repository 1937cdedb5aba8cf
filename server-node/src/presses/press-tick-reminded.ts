import { seenBy } from '../callers/list-access.ts';
import { openTodo } from '../callers/open-todo.ts';
import { reminderMessage } from '../reminders/reminder-message.ts';
import type { PressAct } from '../replies/press-act.ts';
import { AppError } from '../shared/app-error.ts';
import { isOfAnother } from '../todos/list.ts';
import type { Todo } from '../todos/todo.ts';
import { placesFor } from './places-for.ts';
import type { PressDeps } from './ports.ts';
import type { Press, Pressed } from './press.ts';

/** Ticks one of several that one message reminds of, and shows all of them as they are now. */
export async function pressTickReminded(
  deps: PressDeps,
  press: Press,
  { todoId, todoIds }: Extract<PressAct, { kind: 'tick_reminded' }>,
): Promise<Pressed> {
  const { acts, now } = deps;
  const { caller, requestKey, texts } = press;
  const todo = await openTodo(acts, caller, ['see', 'done'], todoId);
  await acts.complete({ actorId: caller.userId, listId: todo.listId, requestKey }, { ids: [todo.id] });
  const { zone } = await deps.clockOf(caller.userId);
  const todos = await seenOf(deps, press, todoIds);
  const places = await placesFor(deps.recipients, caller.userId, todos);
  const shown = { texts, zone, personId: caller.userId, now: now(), ...places };
  return { kind: 'rewrite', ...reminderMessage(todos, shown) };
}

/** Those that are gone, closed to the person by now, or sent to somebody else are left out. */
async function seenOf({ acts }: PressDeps, { caller }: Press, ids: readonly Todo['id'][]): Promise<Todo[]> {
  const todos: Todo[] = [];
  for (const id of ids) {
    try {
      todos.push(await acts.find(id));
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'todo_not_found') throw error;
    }
  }
  const here = todos.filter(({ listId }) => !isOfAnother(listId, caller.userId));
  return seenBy(caller, here, 'now');
}
