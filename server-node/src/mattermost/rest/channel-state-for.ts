import { z } from 'zod';

import type { AccountOf } from '../../callers/account.ts';
import type { ChannelStateFor } from '../../callers/channel-state-for.ts';
import { isMattermostId } from '../../shared/ids.ts';
import { makeMayReadChannel, type MembersClient } from './may-read-channel.ts';
import type { RestClient } from './rest-client.ts';
import { orUnavailable, unlessHidden } from './rest-error.ts';

const schema = z.object({
  type: z.string(),
  team_id: z.string().default(''),
  delete_at: z.number().default(0),
});

/** Asks as the bot, each time. */
export function makeChannelStateFor(
  client: MembersClient & Pick<RestClient, 'getChannel'>,
  accountOf: AccountOf,
): ChannelStateFor {
  const mayReadChannel = makeMayReadChannel(client, accountOf);
  const channelOf = (id: string) =>
    orUnavailable(unlessHidden(client.getChannel(id).then((answer) => schema.parse(answer))));
  return async (personId, id) => {
    const channel = isMattermostId(id) ? await channelOf(id) : undefined;
    if (channel === undefined || !(await mayReadChannel(personId, { ...channel, id }))) return 'unreadable';
    return channel.delete_at > 0 ? 'archived' : 'open';
  };
}
