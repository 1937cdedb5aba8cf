import { z } from 'zod';

import type { AccountOf } from '../../callers/account.ts';
import type { ChannelSeen, Recipients } from '../../reminders/ports.ts';
import { isMattermostId, type UserId } from '../../shared/ids.ts';
import { makeShortMemory } from '../../shared/short-memory.ts';
import { MINUTE_MS, SECOND_MS, type Clock } from '../../shared/time.ts';
import { channelName } from '../channel-name.ts';
import { makeMayReadChannel, type MembersClient } from './may-read-channel.ts';
import { trimSiteUrl, type RestClient } from './rest-client.ts';
import { orUnavailable, unlessHidden } from './rest-error.ts';

export type RecipientsClient = MembersClient &
  Pick<RestClient, 'getStatusesByIds' | 'getChannel' | 'getTeam'>;

const statusSchema = z.object({
  user_id: z.string(),
  status: z.string(),
  /** In seconds; 0: without an end. */
  dnd_end_time: z.number().default(0),
});
const channelSchema = z.object({
  name: z.string().default(''),
  display_name: z.string().default(''),
  type: z.string(),
  team_id: z.string().default(''),
});
const teamSchema = z.object({ name: z.string() });

const AT_ONCE = 100;
/** A channel may be made private, and the bot be let into one. */
const CHANNEL_KEPT_MS = 30 * SECOND_MS;
/** Whoever has just invited the bot should not wait. */
const HIDDEN_KEPT_MS = 3 * SECOND_MS;
const NAMES_KEPT_MS = 10 * MINUTE_MS;
const MOST_KEPT = 5_000;

const HIDDEN: ChannelSeen = { mayRead: 'unknown', name: '', path: undefined };

export interface RecipientsDeps {
  accountOf: AccountOf;
  siteUrl: () => Promise<string | undefined>;
  now: Clock;
}

/** Asks as the bot, which sees private channels only when it is in them. */
export function makeRecipients(
  client: RecipientsClient,
  { accountOf, siteUrl, now }: RecipientsDeps,
): Recipients {
  const channels = makeShortMemory<z.output<typeof channelSchema> | undefined>({
    ...{
      now,
      maxEntries: MOST_KEPT,
      keepMs: (channel) => (channel === undefined ? HIDDEN_KEPT_MS : CHANNEL_KEPT_MS),
    },
  });
  const teams = makeShortMemory<string | undefined>({
    ...{ now, maxEntries: MOST_KEPT, keepMs: () => NAMES_KEPT_MS },
  });

  const channelOf = (id: string) =>
    channels.recall(id, () =>
      orUnavailable(unlessHidden(client.getChannel(id).then((channel) => channelSchema.parse(channel)))),
    );
  const teamOf = (id: string) =>
    teams.recall(id, () =>
      orUnavailable(unlessHidden(client.getTeam(id).then((team) => teamSchema.parse(team).name))),
    );
  const mayReadChannel = makeMayReadChannel(client, accountOf);

  return {
    siteUrl: async () => {
      const url = await siteUrl();
      return url === undefined ? undefined : trimSiteUrl(url);
    },
    async doNotDisturb(people) {
      const undisturbed = new Map<UserId, number | null>();
      for (let from = 0; from < people.length; from += AT_ONCE) {
        const ids = people.slice(from, from + AT_ONCE);
        const answer = await orUnavailable(client.getStatusesByIds(ids));
        for (const { user_id, status, dnd_end_time } of z.array(statusSchema).parse(answer)) {
          if (status === 'dnd')
            undisturbed.set(user_id as UserId, dnd_end_time > 0 ? dnd_end_time * SECOND_MS : null);
        }
      }
      return undisturbed;
    },
    async channelSeenBy(person, id) {
      const channel = isMattermostId(id) ? await channelOf(id) : undefined;
      if (channel === undefined) return HIDDEN;
      const { team_id: team } = channel;
      const mayRead = await mayReadChannel(person, { ...channel, id });
      const teamName = team === '' ? undefined : await teamOf(team);
      const path = teamName === undefined ? undefined : `/${teamName}/channels/${channel.name}`;
      return { mayRead, name: await channelName(accountOf, person, channel), path };
    },
  };
}
