import type { HistoryView } from '../../contract/api.ts';
import type { Reminder } from '../../contract/todo-view.ts';
import type { UserId } from '../../shared/ids.ts';
import { listOwner } from '../../todos/list.ts';
import type { HistoryLine } from '../../todos/ports.ts';
import type { Fields } from '../../todos/todo-columns.ts';
import { isGoneFrom, type Todo } from '../../todos/todo.ts';
import { isReaderOf } from './todo-view.ts';

/**
 * Numbers are told of lists that the viewer may read, and reminders of others only in a list of several people. Whoever
 * was asked is told who did what before it came to them, and not from what to what: those words were never meant for them.
 */
export function historyView(
  { changeId, at, actorId, act, listId: place, before, after }: HistoryLine,
  todo: Todo,
  viewer: UserId,
): HistoryView {
  if (isGoneFrom(viewer, { listId: place, creatorId: todo.creatorId }))
    return { changeId, at, actorId, act, before: {}, after: {} };
  const isShared = listOwner(todo.listId).kind !== 'person';
  const shown = (fields: Partial<Fields>) =>
    Object.fromEntries(Object.entries(fields).flatMap(([name, value]) => fieldFor(name, value, fields)));
  const fieldFor = (name: string, value: unknown, { listId }: Partial<Fields>): [string, unknown][] => {
    if (name === 'number' && listId !== undefined && !isReaderOf(viewer, listId)) return [];
    if (name !== 'reminders' || isShared) return [[name, value]];
    return [[name, (value as readonly Reminder[]).filter(({ byId }) => byId === viewer)]];
  };
  return { changeId, at, actorId, act, before: shown(before), after: shown(after) };
}
