import type { PluginApi } from 'mattermost-plugin-host';

import type { FindBotPost } from '../../replies/ports.ts';
import { isMattermostId, type UserId } from '../../shared/ids.ts';
import { REPLY_PROP } from '../earlier-try.ts';
import { unlessMissing } from './api-failure.ts';

export function makeFindBotPost(api: Pick<PluginApi, 'GetPost'>, botId: () => UserId): FindBotPost {
  return async (postId) => {
    const post = isMattermostId(postId) ? await unlessMissing(api.GetPost(postId)) : undefined;
    if (post === undefined || post.DeleteAt > 0 || post.UserId !== botId()) return undefined;
    const replyId = post.Props[REPLY_PROP];
    return {
      postId,
      replyId: typeof replyId === 'string' ? replyId : undefined,
      props: post.Props,
      fileIds: post.FileIds ?? [],
    };
  };
}
