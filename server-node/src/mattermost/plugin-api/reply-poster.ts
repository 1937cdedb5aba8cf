import type { PluginApi } from 'mattermost-plugin-host';

import { PRESS_PATH } from '../../contract/paths.ts';
import {
  DeliveryError,
  refuseUnlessOurs,
  type OutgoingReply,
  type ReplyPoster,
} from '../../replies/ports.ts';
import { withPressables } from '../../replies/pressable.ts';
import { postText } from '../../replies/post-text.ts';
import type { PostTarget, ReactionTarget } from '../../replies/reply.ts';
import type { PostId, UserId } from '../../shared/ids.ts';
import type { Clock } from '../../shared/time.ts';
import { mayBePosted, REPLY_PROP } from '../earlier-try.ts';
import { knowsSilentPosts } from '../knows-silent-posts.ts';
import { deliveryErrorOf } from './delivery-error.ts';
import { editOwnPost, type EditApi } from './edit-own-post.ts';
import { findOwnPost, type OwnPostApi } from './own-post.ts';
import { makeReplyPlace, type PlaceApi, type ReplyPlace } from './reply-place.ts';

export interface ReplyPosterDeps {
  api: Pick<PluginApi, 'CreatePost' | 'AddReaction' | 'RemoveReaction' | 'GetServerVersion'> &
    PlaceApi &
    OwnPostApi &
    EditApi;
  botId: () => UserId;
  now: Clock;
}

/** How a plugin asks that nobody is told of a post. */
const SILENT = { silent_notification: true };

/** Posts replies as the bot, each once. */
export function makeReplyPoster({ api, botId, now }: ReplyPosterDeps): ReplyPoster {
  const placeOf = makeReplyPlace(api, botId);

  async function postOnce(reply: OutgoingReply, target: PostTarget, isOurs: () => boolean): Promise<PostId> {
    const place = await placeOf(target);
    const earlier = mayBePosted(reply, now()) ? await findOwnPost(api, botId(), place, reply.id) : undefined;
    if (earlier !== undefined) return earlier;
    const isSilent = target.kind === 'channel' && target.isSilent === true && (await knowsSilence());
    refuseUnlessOurs(isOurs);
    return createPost(reply, place, isSilent ? SILENT : {});
  }

  const knowsSilence = async (): Promise<boolean> => knowsSilentPosts(await api.GetServerVersion());

  async function createPost(
    reply: OutgoingReply,
    { channelId, rootId }: ReplyPlace,
    more: Readonly<Record<string, unknown>>,
  ): Promise<PostId> {
    const { Id } = await api.CreatePost({
      UserId: botId(),
      ChannelId: channelId,
      RootId: rootId,
      Message: postText(reply.text),
      Props: withPressables({ [REPLY_PROP]: reply.id, ...more }, reply.pressables ?? [], PRESS_PATH),
    });
    return Id as PostId;
  }

  async function react({ triggerPostId, emoji, isTakenAway }: ReactionTarget): Promise<void> {
    const reaction = { UserId: botId(), PostId: triggerPostId, EmojiName: emoji };
    await (isTakenAway === true ? api.RemoveReaction(reaction) : api.AddReaction(reaction));
  }

  return {
    async post(reply, isOurs = () => true) {
      if (reply.text.trim() === '') throw new DeliveryError('the reply has no text', { permanent: true });
      if (reply.target.kind === 'response_url') {
        const why = 'a command is answered directly when Mattermost runs the backend';
        throw new DeliveryError(why, { permanent: true });
      }
      try {
        if (reply.target.kind === 'reaction') {
          refuseUnlessOurs(isOurs);
          await react(reply.target);
          return null;
        }
        if (reply.target.kind !== 'edit') return await postOnce(reply, reply.target, isOurs);
        const { target, pressables } = reply;
        const edit = { postId: target.postId, text: postText(reply.text), pressables };
        return await editOwnPost(api, botId(), edit, isOurs);
      } catch (error) {
        throw deliveryErrorOf(error);
      }
    },
  };
}
