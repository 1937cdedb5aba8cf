import { z } from 'zod';

import type { FindBotPost } from '../../replies/ports.ts';
import { isMattermostId } from '../../shared/ids.ts';
import { REPLY_PROP } from '../earlier-try.ts';
import type { BotAccount } from './bot-account.ts';
import { orUnavailable, unlessHidden } from './rest-error.ts';
import type { RestClient } from './rest-client.ts';

const postSchema = z.object({
  user_id: z.string(),
  delete_at: z.number().default(0),
  props: z.record(z.string(), z.unknown()).nullish(),
  file_ids: z.array(z.string()).nullish(),
});

export function makeFindBotPost(
  client: Pick<RestClient, 'getPost'>,
  me: () => Promise<BotAccount>,
): FindBotPost {
  const ask = async (id: string) => postSchema.parse(await client.getPost(id));
  return async (postId) => {
    const post = isMattermostId(postId) ? await orUnavailable(unlessHidden(ask(postId))) : undefined;
    if (post === undefined || post.delete_at > 0) return undefined;
    if (post.user_id !== (await orUnavailable(me())).userId) return undefined;
    const props = post.props ?? {};
    const replyId = props[REPLY_PROP];
    return {
      postId,
      replyId: typeof replyId === 'string' ? replyId : undefined,
      props,
      fileIds: post.file_ids ?? [],
    };
  };
}
