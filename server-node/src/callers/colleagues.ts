import type { AccountOf } from './account.ts';
import { makeCheckAssignee, type CheckAssignee, type CheckAssigneeDeps } from './check-assignee.ts';
import { makeCheckReceiver, type CheckReceiver, type CheckReceiverDeps } from './check-receiver.ts';
import { makeFindNamed, type FindNamed, type FindNamedDeps } from './find-named.ts';
import { makeFindPeople, type FindPeople } from './find-people.ts';
import { refusedReceiver } from './refused-receiver.ts';

/** The people around somebody who can be named and asked. */
export interface Colleagues {
  findPeople: FindPeople;
  findNamed: FindNamed;
  checkReceiver: CheckReceiver;
  checkAssignee: CheckAssignee;
  accountOf: AccountOf;
}

export const makeColleagues = (deps: CheckReceiverDeps & CheckAssigneeDeps & FindNamedDeps): Colleagues => ({
  findPeople: makeFindPeople(deps),
  checkReceiver: makeCheckReceiver(deps),
  checkAssignee: makeCheckAssignee(deps),
  findNamed: makeFindNamed(deps),
  accountOf: deps.accountOf,
});

/** Where no Mattermost is known that could say who there is. */
export const NO_COLLEAGUES: Colleagues = {
  findPeople: async () => Promise.reject(refusedReceiver({ kind: 'knows_nobody' })),
  checkReceiver: async () => Promise.reject(refusedReceiver({ kind: 'knows_nobody' })),
  checkAssignee: async () => Promise.reject(refusedReceiver({ kind: 'knows_nobody' })),
  findNamed: async () => undefined,
  accountOf: async () => undefined,
};
