import { knownInTime } from '../shared/known-in-time.ts';
import type { UserId } from '../shared/ids.ts';
import type { AccountOf } from './account.ts';

/** How people are called in answers: `@bob`. */
export type Names = ReadonlyMap<UserId, string>;

export const NO_NAMES: Names = new Map();

/** Whoever is not known in time, or is gone, has none. */
export async function namesOf(accountOf: AccountOf, people: Iterable<UserId>): Promise<Names> {
  const ids = [...new Set(people)];
  const accounts = await Promise.all(ids.map((id) => knownInTime(accountOf(id))));
  return new Map(
    accounts.flatMap((account) => (account === undefined ? [] : [[account.userId, `@${account.username}`]])),
  );
}
