import type { Acts } from './acts.ts';
import { makeChangeList, type ActDeps } from './change-list.ts';
import { changeTodos } from './change-todos.ts';
import { reminded, unreminded } from './reminder-rules.ts';

export function makeRemindOfTodos(deps: ActDeps): Acts['remind'] {
  const changeList = makeChangeList(deps);
  return (request, which, reminder, version) => {
    const rule =
      reminder === null
        ? unreminded(request.actorId)
        : reminded(reminder, { actorId: request.actorId, newId: deps.newId });
    return changeList(request, 'remind', changeTodos({ which, version, rights: ['remind'], rule }));
  };
}
