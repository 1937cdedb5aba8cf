import leven from 'leven';

import { isGuestAccount, isPerson, type Account } from './account.ts';
import { mayKnow, type MayKnowDeps } from './may-know.ts';
import { isUsername, usernameOf, type People } from './people.ts';
import { refusedReceiver } from './refused-receiver.ts';
import type { UserId } from '../shared/ids.ts';

/**
 * The accounts of usernames, in the same order; each name may have an `@` before it and any case.
 *
 * @throws {AppError} person_not_found, with the names that may have been meant; mattermost_unavailable
 */
export type FindPeople = (askerId: UserId, names: readonly string[]) => Promise<Account[]>;

/** Letters that were typed wrong, missing or too many; two that changed places count twice. */
const MOST_WRONG = 2;
/** A refusal offers no more. */
const MOST_NEAREST = 3;
/** So many are looked at closely: each of them is asked about. */
const MOST_CANDIDATES = 20;

export function makeFindPeople(deps: MayKnowDeps): FindPeople {
  return async (askerId, names) => {
    const usernames = names.map(usernameOf);
    const asked = [...new Set(usernames.filter(isUsername))];
    const found = asked.length === 0 ? [] : await deps.people.named(asked);
    const accounts: Account[] = [];
    for (const name of usernames) {
      const account = found.find(({ username }) => username === name);
      if (account === undefined || !(await mayKnow(deps, askerId, account))) {
        throw refusedReceiver({ kind: 'no_such_person', name, nearest: await nearest(deps, askerId, name) });
      }
      accounts.push(account);
    }
    return accounts;
  };
}

/** The usernames of people whom the asker could ask, the likeliest first. */
async function nearest(deps: MayKnowDeps, askerId: UserId, name: string): Promise<string[]> {
  if (!isUsername(name)) return [];
  const likely = await likelyMeant(deps.people, name);
  const others = likely.filter((account) => isPerson(account) && account.userId !== askerId);
  const candidates = others.slice(0, MOST_CANDIDATES);
  if (candidates.length === 0) return [];
  const { sharingChannel, sharingTeam } = deps.people;
  const sharing = (await isGuestAccount(deps.accountOf, askerId)) ? sharingChannel : sharingTeam;
  const ids = candidates.map(({ userId }) => userId);
  const askable = await sharing(askerId, ids);
  const found = candidates.filter(({ userId }) => askable.has(userId));
  return found.slice(0, MOST_NEAREST).map(({ username }) => username);
}

/** Those who have a name that begins so, it may be their first name; then those whose username is written in another way. */
async function likelyMeant(people: People, name: string): Promise<Account[]> {
  const beginnings = [...new Set([name, name.slice(0, 2), name.slice(0, 1)])];
  const [beginSo = [], ...others] = await Promise.all(beginnings.map(people.beginningWith));
  const wrong = ({ username }: Account) => leven(username, name, { maxDistance: MOST_WRONG + 1 });
  const misspelt = others.flat().filter((account) => wrong(account) <= MOST_WRONG);
  misspelt.sort((one, other) => wrong(one) - wrong(other));
  return [...new Map([...beginSo, ...misspelt].map((account) => [account.userId, account])).values()];
}
