import type { UserId } from '../shared/ids.ts';
import type { TodoId } from '../todos/todo.ts';
import type { TakenWakeUp } from '../wake-ups/wake-up.ts';

/** What the wake-ups of each person are about: to-dos, in their order. */
export function aboutOfEach(wakeUps: readonly TakenWakeUp[]): Map<UserId, Set<TodoId>> {
  const each = new Map<UserId, Set<TodoId>>();
  for (const { personId, about } of wakeUps) {
    const ids = each.get(personId) ?? new Set();
    each.set(personId, ids.add(about as TodoId));
  }
  return each;
}
