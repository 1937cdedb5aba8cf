import type { PluginApi } from 'mattermost-plugin-host';

import type { FindPost } from '../../callers/written-post.ts';
import { isMattermostId, type ChannelId, type UserId } from '../../shared/ids.ts';
import { unlessMissing } from './api-failure.ts';

/** Looks a message up over the plugin API, which may read all of them. */
export function makeFindPost(api: Pick<PluginApi, 'GetPost' | 'GetChannel'>): FindPost {
  return async (postId) => {
    const post = isMattermostId(postId) ? await unlessMissing(api.GetPost(postId)) : undefined;
    if (post === undefined || post.DeleteAt > 0) return undefined;
    const channel = await unlessMissing(api.GetChannel(post.ChannelId));
    if (channel === undefined) return undefined;
    return {
      channelId: post.ChannelId as ChannelId,
      userId: post.UserId as UserId,
      text: post.Message,
      teamId: channel.TeamId,
      isArchived: channel.DeleteAt > 0,
      isOfHook: post.Props['from_webhook'] === 'true',
    };
  };
}
