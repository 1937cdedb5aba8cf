import type { Channel, PluginApi } from 'mattermost-plugin-host';

import type { ChannelAccess } from '../../callers/ports.ts';
import type { ChannelState } from '../../todos/rights.ts';
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
  const states = makeShortMemory<ChannelState>({
    now,
    keepMs: (state) => (state === 'unreadable' ? KEEP_REFUSAL_MS : KEEP_MS),
    maxEntries: MAX_ANSWERS,
  });
  return (userId) => {
    const stateOfChannel: ChannelAccess['stateOfChannel'] = async (id, freshness) => {
      if (!isMattermostId(id)) return 'unreadable';
      const ask = freshness === 'now' || freshness === 'read' ? states.renew : states.recall;
      return ask(`${userId} ${id}`, () => askState(api, userId, id));
    };
    return {
      stateOfChannel,
      async channelOfPost(id) {
        const channelId = isMattermostId(id) ? await channelOf(api, id) : undefined;
        if (channelId === undefined) return undefined;
        return (await stateOfChannel(channelId, 'now')) === 'unreadable' ? undefined : channelId;
      },
    };
  };
}

async function askState(api: AccessApi, userId: UserId, id: ChannelId): Promise<ChannelState> {
  const [isMember, channel] = await Promise.all([
    orUnavailable(api.HasPermissionToChannel(userId, id, READ_CHANNEL)),
    unlessMissing(api.GetChannel(id)),
  ]);
  if (channel === undefined) return 'unreadable';
  if (!isMember && !(await mayReadPublic(api, userId, channel))) return 'unreadable';
  return channel.DeleteAt > 0 ? 'archived' : 'open';
}

/** Public channels can be read without being a member, by those whose role in the team allows it. */
async function mayReadPublic(api: AccessApi, userId: UserId, { Type, TeamId }: Channel): Promise<boolean> {
  if (Type !== 'O' || TeamId === '') return false;
  return orUnavailable(api.HasPermissionToTeam(userId, TeamId, READ_PUBLIC_CHANNEL));
}

async function channelOf(api: AccessApi, id: PostId): Promise<ChannelId | undefined> {
  const post = await unlessMissing(api.GetPost(id));
  return post === undefined || post.DeleteAt !== 0 ? undefined : (post.ChannelId as ChannelId);
}
