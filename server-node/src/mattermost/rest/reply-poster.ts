import { createHmac } from 'node:crypto';

import {
  DeliveryError,
  refuseUnlessOurs,
  type OutgoingReply,
  type ReplyPoster,
} from '../../replies/ports.ts';
import { withPressables } from '../../replies/pressable.ts';
import { postText } from '../../replies/post-text.ts';
import type { PostTarget, ReactionTarget, Reply, ReplyId } from '../../replies/reply.ts';
import { isMattermostId, type PostId } from '../../shared/ids.ts';
import type { Clock } from '../../shared/time.ts';
import { mayBePosted, REPLY_PROP } from '../earlier-try.ts';
import { knowsSilentPosts } from '../knows-silent-posts.ts';
import type { BotAccount } from './bot-account.ts';
import { deliveryErrorOf } from './delivery-error.ts';
import { editOwnPost } from './edit-own-post.ts';
import { findOwnPost } from './own-post.ts';
import { makeReplyPlace, type ReplyPlace } from './reply-place.ts';
import { makeResponseUrlPoster } from './response-url.ts';
import type { RestCall } from './rest-call.ts';
import { RestError } from './rest-error.ts';
import type { RestClient } from './rest-client.ts';

export interface ReplyPosterDeps {
  client: RestClient;
  /** The secret of what nobody may guess. */
  botToken: string;
  me: () => Promise<BotAccount>;
  /** For calls without a token. */
  call: RestCall;
  now: Clock;
  /** What Mattermost calls when something is pressed; undefined when nobody knows. */
  pressUrl: () => Promise<string | undefined>;
  /** Of Mattermost. */
  version: () => Promise<string>;
}

/** Posts replies as the bot, each once. */
export function makeReplyPoster(deps: ReplyPosterDeps): ReplyPoster {
  const { client, botToken, me, call, now, pressUrl, version } = deps;
  const placeOf = makeReplyPlace(client, me, now);
  const answerCommand = makeResponseUrlPoster(call);

  async function postOnce(reply: OutgoingReply, target: PostTarget, isOurs: () => boolean): Promise<PostId> {
    const place = await placeOf(target);
    const { userId } = await me();
    const earlier = mayBePosted(reply, now())
      ? await findOwnPost(client, userId, place, reply.id)
      : undefined;
    if (earlier !== undefined) return earlier;
    const props = withPressables({ [REPLY_PROP]: reply.id }, reply.pressables ?? [], await urlFor(reply));
    const isSilent =
      target.kind === 'channel' && target.isSilent === true && knowsSilentPosts(await version());
    refuseUnlessOurs(isOurs);
    const create = () => createPost(client, botToken, { ...reply, props, isSilent }, place);
    return joinIfNeeded(create, place, userId);
  }

  async function react({ triggerPostId, emoji, isTakenAway }: ReactionTarget): Promise<void> {
    const reaction = { user_id: (await me()).userId, post_id: triggerPostId, emoji_name: emoji };
    await (isTakenAway === true ? client.removeReaction(reaction) : client.addReaction(reaction));
  }

  const urlFor = async ({ pressables = [] }: OutgoingReply) =>
    pressables.length === 0 ? undefined : pressUrl();

  /** A bot that is in the team may enter its public channels by itself. */
  async function joinIfNeeded(create: () => Promise<PostId>, place: ReplyPlace, botId: string) {
    try {
      return await create();
    } catch (error) {
      if (!(error instanceof RestError && error.status === 403 && (await joined(place, botId)))) {
        throw error;
      }
      return create();
    }
  }

  async function joined({ channelId }: ReplyPlace, botId: string): Promise<boolean> {
    try {
      await client.addToChannel(botId, channelId);
      return true;
    } catch (error) {
      if (error instanceof RestError && error.status >= 400 && error.status < 500) {
        return false;
      }
      throw error;
    }
  }

  return {
    async post(reply, isOurs = () => true) {
      if (reply.text.trim() === '') {
        throw new DeliveryError('the reply has no text', { permanent: true });
      }
      try {
        if (reply.target.kind === 'edit') {
          const { userId } = await me();
          const { target, pressables } = reply;
          const edit = { postId: target.postId, text: postText(reply.text), pressables };
          return await editOwnPost(client, userId, { ...edit, url: await urlFor(reply) }, isOurs);
        }
        if (reply.target.kind === 'reaction') {
          refuseUnlessOurs(isOurs);
          await react(reply.target);
          return null;
        }
        if (reply.target.kind !== 'response_url') {
          return await postOnce(reply, reply.target, isOurs);
        }
        refuseUnlessOurs(isOurs);
        await answerCommand(reply.target.url, postText(reply.text));
        return null;
      } catch (error) {
        throw deliveryErrorOf(error);
      }
    },
  };
}

async function createPost(
  client: RestClient,
  botToken: string,
  reply: Pick<Reply, 'id' | 'text'> & { props: Record<string, unknown>; isSilent: boolean },
  place: ReplyPlace,
): Promise<PostId> {
  const post = await client.createPost(
    {
      channel_id: place.channelId,
      root_id: place.rootId,
      message: postText(reply.text),
      props: reply.props,
      pending_post_id: pendingId(botToken, reply.id),
    },
    { isSilent: reply.isSilent },
  );
  if (!isMattermostId(String(post.id))) {
    throw new RestError('POST /api/v4/posts: no post came back', { status: 200, id: 'not_mattermost' });
  }
  return post.id as PostId;
}

/**
 * The same for each try of a reply, so that Mattermost makes one post of tries that follow within 30 s or meet.
 * Nobody can guess it: Mattermost gives the post to whoever sends the same id.
 */
function pendingId(botToken: string, id: ReplyId): string {
  return createHmac('sha256', botToken).update(`pending post of reply ${id}`).digest('hex').slice(0, 40);
}
