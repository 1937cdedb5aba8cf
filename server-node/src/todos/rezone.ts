import type { UserId } from '../shared/ids.ts';
import { makeChangeByNobody } from './change-by-nobody.ts';
import type { ActDeps } from './change-list.ts';
import { withFields } from './fields.ts';
import type { Rule } from './rule.ts';
import type { TellChange } from './telling-changes.ts';
import { holderOf } from './todo.ts';
import { dueFields } from './when.ts';

export type Rezone = (personId: UserId, zone: string) => Promise<void>;

/**
 * Reckons anew what a person has, open and due or with a reminder of its own, once their clock hangs in another zone:
 * what is written on the wall stays, and the moments move.
 */
export function makeRezone(deps: ActDeps, tell?: TellChange): Rezone {
  const changeByNobody = makeChangeByNobody(deps, tell);
  return (personId, zone) =>
    changeByNobody({
      act: 'due',
      find: (limit) => deps.store.dueElsewhere(personId, zone, limit),
      rule: rezoned(personId, zone),
    });
}

const rezoned =
  (personId: UserId, zone: string): Rule =>
  (todo, at) =>
    todo.state === 'open' && todo.dueZone !== null && holderOf(todo) === personId
      ? withFields(todo, { ...dueFields(todo.due, zone), dueZone: zone }, at)
      : todo;
