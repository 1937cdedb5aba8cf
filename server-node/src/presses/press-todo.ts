import { NO_NAMES, type Names } from '../callers/names-of.ts';
import { openTodo } from '../callers/open-todo.ts';
import { choicesAfter, choicesFor, type Besides } from '../program/answers/choices-after.ts';
import { changeAnswer } from '../program/built-in/change-answer.ts';
import { NOTHING_SAID } from '../program/built-in/said-request.ts';
import type { PressAct } from '../replies/press-act.ts';
import { AppError } from '../shared/app-error.ts';
import type { Acts } from '../todos/acts.ts';
import type { Change } from '../todos/ports.ts';
import type { Todo } from '../todos/todo.ts';
import type { Press, Pressed } from './press.ts';
import { rowNow } from './row-now.ts';

type Rewrite = Extract<Pressed, { kind: 'rewrite' }>;
type OneTodo = Extract<PressAct, { kind: 'done' | 'reopen' }>;

const BECOMES = { done: 'done', reopen: 'open' } as const;

/** Ticks one to-do or opens it again, unless it is not as the person saw it: then its present state is shown. */
export async function pressTodo(acts: Acts, press: Press, act: OneTodo): Promise<Pressed> {
  const { caller, requestKey } = press;
  const todo = await openTodo(acts, caller, ['see', act.kind], act.todoId);
  const request = { actorId: caller.userId, listId: todo.listId, requestKey };
  const run = { done: acts.complete, reopen: acts.reopen }[act.kind];
  try {
    const change = await run(request, { ids: [todo.id] }, act.version);
    const [after] = change.todos;
    // The same press again, after others went on with the to-do.
    if (after !== undefined && after.state !== BECOMES[act.kind]) return showNow(press, after);
    // Of what a reminder is about no version was shown.
    return rewritten(press, change, act.version === undefined ? { isReminder: true } : {});
  } catch (error) {
    if (!(error instanceof AppError) || !CHANGED.has(error.code)) throw error;
    return showNow(press, await openTodo(acts, caller, ['see'], act.todoId));
  }
}

/** Deleted ones are no longer to be found by an act. */
const CHANGED: ReadonlySet<string> = new Set(['version_conflict', 'todo_not_found']);

export const rewritten = (
  { texts }: Press,
  change: Change,
  besides: Besides = {},
  names: Names = NO_NAMES,
): Rewrite => ({
  kind: 'rewrite',
  text: changeAnswer(texts, change, undefined, { ...NOTHING_SAID, names }).text,
  choices: choicesAfter(texts, change, besides),
});

function showNow(press: Press, todo: Todo): Pressed {
  const { texts } = press;
  const text = rowNow(press, todo);
  const choices = { offered: choicesFor(texts.press.labels, todo) };
  return { kind: 'rewrite', text, choices, note: texts.press.changedSince(text) };
}
