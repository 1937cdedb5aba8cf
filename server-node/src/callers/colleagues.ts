import type { Account, AccountOf } from './account.ts';
import { makeCheckAssignee, type CheckAssignee, type CheckAssigneeDeps } from './check-assignee.ts';
import { makeCheckReceiver, type CheckReceiver, type CheckReceiverDeps } from './check-receiver.ts';
import { makeFindPeople, type FindPeople } from './find-people.ts';
import { refusedReceiver } from './refused-receiver.ts';

/** The people around somebody who can be named and asked. */
export interface Colleagues {
  findPeople: FindPeople;
  /** Whoever has this username, whoever asks. @throws {AppError} mattermost_unavailable */
  findNamed(username: string): Promise<Account | undefined>;
  checkReceiver: CheckReceiver;
  checkAssignee: CheckAssignee;
  accountOf: AccountOf;
}

export const makeColleagues = (deps: CheckReceiverDeps & CheckAssigneeDeps): Colleagues => ({
  findPeople: makeFindPeople(deps),
  checkReceiver: makeCheckReceiver(deps),
  checkAssignee: makeCheckAssignee(deps),
  findNamed: async (username) => (await deps.people.named([username]))[0],
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
