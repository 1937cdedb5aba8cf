import type { UserId } from '../shared/ids.ts';
import { makeShortMemory } from '../shared/short-memory.ts';
import { SECOND_MS, type Clock } from '../shared/time.ts';
import { NOBODY } from '../todos/nobody.ts';
import { isGuestAccount, type Account } from './account.ts';
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
  const { people, accountOf, now } = deps;
  const accounts = makeShortMemory<Account | undefined>({
    now,
    keepMs: (account) => (account === undefined ? UNKNOWN_KEPT_MS : KEPT_MS),
    maxEntries: MOST_KEPT,
  });
  const named = async (username: string) => (await people.named([username]))[0];

  /** How long it takes must not tell a name that is hidden from one that nobody has: as much is asked for either. */
  async function shownTo(guestId: UserId, username: string): Promise<Account | undefined> {
    const account = await named(username);
    const isKnown = await mayKnow(deps, guestId, account ?? { userId: NOBODY });
    return isKnown ? account : undefined;
  }

  // What others were told is of no use to a guest: from it they could tell that somebody has the name.
  return async (askerId, username) =>
    (await isGuestAccount(accountOf, askerId))
      ? accounts.recall(`${username} ${askerId}`, () => shownTo(askerId, username))
      : accounts.recall(username, () => named(username));
}
