import type { UserId } from '../shared/ids.ts';
import { makeShortMemory } from '../shared/short-memory.ts';
import { SECOND_MS, type Clock } from '../shared/time.ts';
import type { Account } from './account.ts';
import { mayKnow, type MayKnowDeps } from './may-know.ts';

/**
 * Whoever has this username, as far as the asker may know of them.
 *
 * @param username in lower case
 * @throws {AppError} mattermost_unavailable
 */
export type FindNamed = (askerId: UserId, username: string) => Promise<Account | undefined>;

export interface FindNamedDeps extends MayKnowDeps {
  now: Clock;
}

/** A name is looked up at each pause in typing. */
const KEPT_MS = 10 * SECOND_MS;
/** Whoever has just come or got a new name should not wait. */
const UNKNOWN_KEPT_MS = 3 * SECOND_MS;
const MOST_KEPT = 5_000;

export function makeFindNamed(deps: FindNamedDeps): FindNamed {
  const { people, now } = deps;
  const options = {
    now,
    keepMs: (answer: unknown) => (answer ? KEPT_MS : UNKNOWN_KEPT_MS),
    maxEntries: MOST_KEPT,
  };
  /** The same whoever asks. */
  const accounts = makeShortMemory<Account | undefined>(options);
  /** Of each asker apart. */
  const known = makeShortMemory<boolean>(options);
  return async (askerId, username) => {
    const account = await accounts.recall(username, async () => (await people.named([username]))[0]);
    if (account === undefined) return undefined;
    const isKnown = await known.recall(`${askerId} ${account.userId}`, () => mayKnow(deps, askerId, account));
    return isKnown ? account : undefined;
  };
}
