import type { Acts } from './acts.ts';
import { makeChangeList, type ActDeps } from './change-list.ts';
import { changeTodos } from './change-todos.ts';
import { accepted, declined } from './request-rules.ts';
import { cleanReason } from './text.ts';

/** From then on it is among the open ones of whoever was asked. */
export function makeAcceptTodos(deps: ActDeps): Acts['accept'] {
  const changeList = makeChangeList(deps);
  return (request, which, zone, version) =>
    changeList(request, 'accept', changeTodos({ which, version, rights: ['accept'], rule: accepted(zone) }));
}

/** It stays where it is, in no list, until whoever asked takes it back. */
export function makeDeclineTodos(deps: ActDeps): Acts['decline'] {
  const changeList = makeChangeList(deps);
  return async (request, which, reason, version) => {
    const rule = declined(cleanReason(reason));
    return changeList(request, 'decline', changeTodos({ which, version, rights: ['decline'], rule }));
  };
}
