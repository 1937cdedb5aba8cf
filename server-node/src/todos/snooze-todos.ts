import type { Acts } from './acts.ts';
import { makeChangeList, type ActDeps } from './change-list.ts';
import { changeTodos } from './change-todos.ts';
import { snoozed } from './schedule-rules.ts';

export function makeSnoozeTodos(deps: ActDeps): Acts['snooze'] {
  const changeList = makeChangeList(deps);
  return (request, which, until, version) => {
    const rule = snoozed(until, () => ({ id: deps.newId(), byId: request.actorId }));
    return changeList(request, 'snooze', changeTodos({ which, version, rights: ['snooze'], rule }));
  };
}
