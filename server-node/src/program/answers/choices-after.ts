import { choicesForOne } from '../../reminders/reminder-message.ts';
import type { Choice, Choices } from '../../replies/choices.ts';
import type { PressAct } from '../../replies/press-act.ts';
import type { Change } from '../../todos/ports.ts';
import type { Todo } from '../../todos/todo.ts';
import type { Texts } from '../texts/texts.ts';

/** What the post is besides, which it goes on being when the change is undone. */
export type Besides = Pick<Extract<PressAct, { kind: 'undo' }>, 'isReminder' | 'among'>;

/**
 * What still makes sense after a change: to take it back, or to do again what was taken back. Only for whoever made it,
 * as nobody else can.
 */
export function choicesAfter(texts: Texts, change: Change, besides: Besides = {}): Choices {
  const { labels } = texts.press;
  const offered: Choice[] = [];
  const { act, actorId, todos, unchanged, id: changeId } = change;
  const [first, ...others] = todos;
  if (act !== 'undo' && unchanged.length < todos.length) {
    offered.push({ label: labels.undo, act: { kind: 'undo', changeId, ...besides } });
  } else if (first !== undefined && others.length === 0) {
    const reminds = besides.isReminder === true && first.state === 'open';
    offered.push(...(reminds ? choicesForOne(texts, first) : choicesFor(labels, first)));
  }
  return { offered, onlyFor: actorId };
}

/** What can be done to a to-do as it is. */
export function choicesFor(
  labels: Texts['press']['labels'],
  { id: todoId, version, state }: Pick<Todo, 'id' | 'version' | 'state'>,
): Choice[] {
  if (state === 'open')
    return [{ label: labels.done, style: 'primary', act: { kind: 'done', todoId, version } }];
  return state === 'done' ? [{ label: labels.reopen, act: { kind: 'reopen', todoId, version } }] : [];
}
