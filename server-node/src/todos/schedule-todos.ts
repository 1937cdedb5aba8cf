import type { Acts } from './acts.ts';
import { makeChangeList, type ActDeps } from './change-list.ts';
import { changeTodos } from './change-todos.ts';
import { scheduled } from './schedule-rules.ts';

export function makeScheduleTodos(deps: ActDeps): Acts['schedule'] {
  const changeList = makeChangeList(deps);
  return (request, which, when, version) =>
    changeList(request, 'due', changeTodos({ which, version, rule: scheduled(when) }));
}
