import PQueue from 'p-queue';
import { z } from 'zod';

import type { People } from '../../callers/people.ts';
import type { UserId } from '../../shared/ids.ts';
import { makeShortMemory } from '../../shared/short-memory.ts';
import { MINUTE_MS, type Clock } from '../../shared/time.ts';
import { accountFrom, userSchema } from './accounts.ts';
import type { RestClient } from './rest-client.ts';
import { orUnavailable, unlessHidden } from './rest-error.ts';

export type PeopleClient = Pick<
  RestClient,
  | 'getUsersByUsernames'
  | 'searchUsers'
  | 'getMyTeams'
  | 'getAllTeamsChannels'
  | 'getTeamMembersByIds'
  | 'getChannelMembersByIds'
>;

const membersSchema = z.array(z.object({ user_id: z.string(), delete_at: z.number().default(0) }));
const placesSchema = z.array(z.object({ id: z.string(), type: z.string(), delete_at: z.number() }));

/** What the bot is in changes seldom, and a refusal says to invite it. */
const PLACES_KEPT_MS = MINUTE_MS;
/** Beyond them nobody looks for a common place. */
const MOST_PLACES = 500;
const AT_ONCE = 10;
/** Mattermost's own limit for one search. */
const MOST_FOUND = 1_000;

/**
 * Asks as the bot, which may look up everybody, and into the teams and channels that it is in. The teams of others it
 * may not ask for.
 */
export function makePeople(client: PeopleClient, now: Clock): People {
  const places = makeShortMemory<string[]>({ now, keepMs: () => PLACES_KEPT_MS, maxEntries: 2 });
  const teams = () => places.recall('teams', async () => idsOf(await orUnavailable(client.getMyTeams())));
  const channels = () =>
    places.recall('channels', async () => idsOf(await orUnavailable(client.getAllTeamsChannels()), 'D'));
  return {
    named: async (usernames) => accountsOf(await orUnavailable(client.getUsersByUsernames(usernames))),
    beginningWith: async (term) =>
      accountsOf(await orUnavailable(client.searchUsers({ term, limit: MOST_FOUND }))),
    sharingTeam: async (personId, others) =>
      sharing(await teams(), personId, others, (id, ids) => client.getTeamMembersByIds(id, ids)),
    sharingChannel: async (personId, others) =>
      sharing(await channels(), personId, others, (id, ids) => client.getChannelMembersByIds(id, ids)),
  };
}

const accountsOf = (answer: unknown) => z.array(userSchema).parse(answer).map(accountFrom);

/** @param but the kind of channel that tells nothing of others: the bot's own direct ones */
const idsOf = (answer: unknown, but?: string): string[] =>
  placesSchema
    .parse(answer)
    .filter(({ type, delete_at }) => delete_at === 0 && type !== but)
    .map(({ id }) => id)
    .slice(0, MOST_PLACES);

/** Looks into one place after the other, some at once, until all are found. */
async function sharing(
  places: readonly string[],
  personId: UserId,
  others: readonly UserId[],
  membersOf: (id: string, userIds: readonly string[]) => Promise<unknown>,
): Promise<ReadonlySet<UserId>> {
  const found = new Set<UserId>();
  const queue = new PQueue({ concurrency: AT_ONCE });
  const look = async (id: string): Promise<void> => {
    const missing = others.filter((other) => !found.has(other));
    if (missing.length === 0) return;
    const answer = await orUnavailable(unlessHidden(membersOf(id, [personId, ...missing])));
    const members = new Set(
      membersSchema.parse(answer ?? []).flatMap((one) => (one.delete_at > 0 ? [] : [one.user_id])),
    );
    if (!members.has(personId)) return;
    for (const other of missing) if (members.has(other)) found.add(other);
  };
  await queue.addAll(places.map((id) => () => look(id)));
  return found;
}
