import type { AccountOf } from './account.ts';
import { makeCheckReceiver, type CheckReceiver, type CheckReceiverDeps } from './check-receiver.ts';
import { makeFindPeople, type FindPeople } from './find-people.ts';
import { refusedReceiver } from './refused-receiver.ts';

/** The people around somebody who can be named and asked. */
export interface Colleagues {
  findPeople: FindPeople;
  checkReceiver: CheckReceiver;
  accountOf: AccountOf;
}

export const makeColleagues = (deps: CheckReceiverDeps): Colleagues => ({
  findPeople: makeFindPeople(deps),
  checkReceiver: makeCheckReceiver(deps),
  accountOf: deps.accountOf,
});

/** Where no Mattermost is known that could say who there is. */
export const NO_COLLEAGUES: Colleagues = {
  findPeople: async () => Promise.reject(refusedReceiver({ kind: 'knows_nobody' })),
  checkReceiver: async () => Promise.reject(refusedReceiver({ kind: 'knows_nobody' })),
  accountOf: async () => undefined,
};
