import type { PluginApi } from 'mattermost-plugin-host';

import type { PostingRightOf } from '../../living-posts/ports.ts';
import { isMattermostId } from '../../shared/ids.ts';
import { orUnavailable, unlessMissing } from './api-failure.ts';

export type PostingRightApi = Pick<PluginApi, 'GetChannel' | 'HasPermissionToChannel'>;

const CREATE_POST = { Id: 'create_post' };

/** A plugin sees every channel, and posts in each. */
export function makePostingRightOf(api: PostingRightApi): PostingRightOf {
  return async (userId, id) => {
    const channel = isMattermostId(id) ? await unlessMissing(api.GetChannel(id)) : undefined;
    if (channel === undefined) return 'unseen';
    if (channel.DeleteAt > 0) return 'archived';
    return (await orUnavailable(api.HasPermissionToChannel(userId, id, CREATE_POST))) ? 'may' : 'may_not';
  };
}
