import type { PluginApi } from 'mattermost-plugin-host';

import type { ChannelAccess } from '../../callers/ports.ts';
import { isMattermostId, type ChannelId, type PostId, type UserId } from '../../shared/ids.ts';
import { SECOND_MS, type Clock } from '../../shared/time.ts';
import { makeShortMemory } from '../../shared/short-memory.ts';
import { orUnavailable, unlessMissing } from './api-failure.ts';

export type AccessApi = Pick<
  PluginApi,
  'GetChannel' | 'GetPost' | 'HasPermissionToChannel' | 'HasPermissionToTeam'
>;

const KEEP_MS = 30 * SECOND_MS;
/** Short: somebody who has just been invited should not wait. */
const KEEP_REFUSAL_MS = 3 * SECOND_MS;
const MAX_ANSWERS = 20_000;

const READ_CHANNEL = { Id: 'read_channel' };
const READ_PUBLIC_CHANNEL = { Id: 'read_public_channel' };

/** What a person may read, by the same two questions that Mattermost asks for `GET /channels/{id}`. */
export function makeAccess(api: AccessApi, now: Clock): (userId: UserId) => ChannelAccess {
  const readable = makeShortMemory<boolean>({
    now,
    keepMs: (may) => (may ? KEEP_MS : KEEP_REFUSAL_MS),
    maxEntries: MAX_ANSWERS,
  });
  return (userId) => {
    const canReadChannel: ChannelAccess['canReadChannel'] = async (id, freshness = 'recent') => {
      if (!isMattermostId(id)) return false;
      const ask = freshness === 'now' ? readable.renew : readable.recall;
      return ask(`${userId} ${id}`, () => mayRead(api, userId, id));
    };
    return {
      canReadChannel,
      isArchived: async (id) => ((await unlessMissing(api.GetChannel(id)))?.DeleteAt ?? 0) > 0,
      async channelOfPost(id) {
        const channelId = isMattermostId(id) ? await channelOf(api, id) : undefined;
        return channelId !== undefined && (await canReadChannel(channelId, 'now')) ? channelId : undefined;
      },
    };
  };
}

/** Public channels can be read without being a member, by those whose role in the team allows it. */
async function mayRead(api: AccessApi, userId: UserId, id: ChannelId): Promise<boolean> {
  if (await orUnavailable(api.HasPermissionToChannel(userId, id, READ_CHANNEL))) return true;
  const channel = await unlessMissing(api.GetChannel(id));
  if (channel?.Type !== 'O' || channel.TeamId === '') return false;
  return orUnavailable(api.HasPermissionToTeam(userId, channel.TeamId, READ_PUBLIC_CHANNEL));
}

async function channelOf(api: AccessApi, id: PostId): Promise<ChannelId | undefined> {
  const post = await unlessMissing(api.GetPost(id));
  return post === undefined || post.DeleteAt !== 0 ? undefined : (post.ChannelId as ChannelId);
}
