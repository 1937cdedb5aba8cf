import type { PluginApi } from 'mattermost-plugin-host';

import type { AccountOf } from '../../callers/account.ts';
import { hasMarkOfProgram, type FindPost } from '../../callers/written-post.ts';
import { isMattermostId, type ChannelId, type UserId } from '../../shared/ids.ts';
import { unlessMissing } from './api-failure.ts';

/** Looks a message up over the plugin API, which may read all of them. */
export function makeFindPost(api: Pick<PluginApi, 'GetPost' | 'GetChannel'>, accountOf: AccountOf): FindPost {
  return async (postId) => {
    const post = isMattermostId(postId) ? await unlessMissing(api.GetPost(postId)) : undefined;
    if (post === undefined || post.DeleteAt > 0) return undefined;
    const channel = await unlessMissing(api.GetChannel(post.ChannelId));
    if (channel === undefined) return undefined;
    const userId = post.UserId as UserId;
    return {
      postId,
      channelId: post.ChannelId as ChannelId,
      userId,
      text: post.Message,
      writtenAt: post.CreateAt,
      teamId: channel.TeamId,
      isPublic: channel.Type === 'O',
      isArchived: channel.DeleteAt > 0,
      isEdited: post.EditAt > 0,
      isOfMattermost: post.Type.startsWith('system_'),
      isOfProgram: hasMarkOfProgram(post.Props) || ((await accountOf(userId))?.isBot ?? false),
    };
  };
}
