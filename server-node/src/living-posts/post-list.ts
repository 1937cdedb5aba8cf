import type { ReplyId } from '../replies/reply.ts';
import type { ChannelId, UserId } from '../shared/ids.ts';
import { isMattermostAway } from '../shared/mattermost-away.ts';
import { SECOND_MS, type Clock, type EpochMs } from '../shared/time.ts';
import { channelList } from '../todos/list.ts';
import type { NewId } from '../todos/new-id.ts';
import type { TodoStore, TodoWriter } from '../todos/ports.ts';
import { endPost } from './end-post.ts';
import type { KeepTrue, Kept } from './keep-true.ts';
import {
  channelListKey,
  EDIT_EVERY_MS,
  livingWakeUp,
  type LivingPost,
  type LivingPostKey,
} from './living-post.ts';
import type { PostingRight, PostingRightOf } from './ports.ts';

export interface PostListDeps {
  store: Pick<TodoStore, 'transaction'>;
  keepTrue: KeepTrue;
  postingRightOf: PostingRightOf;
  newId: NewId;
  now: Clock;
}

export interface Asked {
  actorId: UserId;
  channelId: ChannelId;
  /** What is asked for a second time is not done again. */
  requestKey?: string | undefined;
}

/** Why nothing was done. */
export type NotPosted = Exclude<PostingRight, 'may'> | 'handled_before';

export interface PostList {
  /**
   * Has the bot post a channel's list there, below all else, and keep it true. The one before says that it has ended.
   *
   * @returns `follows`: as soon as Mattermost can be asked
   * @throws {AppError} mattermost_unavailable: nothing was done; store_unavailable
   */
  post(asked: Asked & { isPinned: boolean }): Promise<'posted' | 'follows' | NotPosted>;
  /** @throws {AppError} likewise */
  unpost(asked: Asked): Promise<'ended' | 'none' | NotPosted>;
}

/** By when another process takes over what this one has not done, killed or without Mattermost. */
const TAKEN_OVER_AFTER_MS = 15 * SECOND_MS;

export function makePostList({ store, keepTrue, postingRightOf, newId, now }: PostListDeps): PostList {
  /** Once for each request, by those who may post there themselves. */
  async function unlessRefused<T>(
    { actorId, channelId, requestKey }: Asked,
    work: (writer: TodoWriter, at: EpochMs) => Promise<T>,
  ): Promise<T | NotPosted> {
    const right = await postingRightOf(actorId, channelId);
    if (right !== 'may') return right;
    return store.transaction(async (writer) => {
      const at = now();
      // The answer has the key itself.
      const isKnown =
        requestKey !== undefined && (await writer.claim(`${requestKey}:living-post`, null, at)) !== undefined;
      return isKnown ? 'handled_before' : work(writer, at);
    });
  }

  const finish = async ({ ended }: { ended: LivingPostKey | undefined }): Promise<void> => {
    if (ended !== undefined) await keptSoFar(keepTrue, ended);
  };

  return {
    async post(asked) {
      const { channelId } = asked;
      const key = channelListKey(channelId);
      const begun = await unlessRefused(asked, async (writer, at) => {
        const before = await writer.livingPosts.lock(key);
        if (before !== undefined && isJustMade(before, at))
          return before.postId === null ? 'follows' : 'posted';
        const ended = before && (await endPost(writer, before, at + TAKEN_OVER_AFTER_MS));
        await writer.livingPosts.put({
          ...{ key, kind: 'list', about: channelList(channelId), channelId, isPinned: asked.isPinned },
          ...{ replyId: newId() as ReplyId, postId: null, shown: '', edits: 0, editedAt: 0 },
        });
        await writer.wakeUps.schedule([livingWakeUp(key, at + TAKEN_OVER_AFTER_MS)]);
        return { ended };
      });
      if (typeof begun === 'string') return begun;
      const kept = await keptSoFar(keepTrue, key);
      if (kept === 'gone') return 'unseen';
      await finish(begun);
      return kept === 'true' ? 'posted' : 'follows';
    },
    async unpost(asked) {
      const key = channelListKey(asked.channelId);
      const begun = await unlessRefused(asked, async (writer, at) => {
        const before = await writer.livingPosts.lock(key);
        if (before === undefined) return 'none';
        await writer.livingPosts.forget(key);
        await writer.wakeUps.unschedule([livingWakeUp(key, at).key]);
        return { ended: await endPost(writer, before, at + TAKEN_OVER_AFTER_MS) };
      });
      if (typeof begun === 'string') return begun;
      await finish(begun);
      return 'ended';
    },
  };
}

/** Two people who ask at once, or one who presses twice, get one post. */
const isJustMade = ({ edits, editedAt }: LivingPost, at: EpochMs): boolean =>
  edits <= 1 && at - editedAt < EDIT_EVERY_MS;

/** What is not done now is done by its wake-up. @throws {AppError} when the store is away */
async function keptSoFar(keepTrue: KeepTrue, key: LivingPostKey): Promise<Kept['kind']> {
  try {
    return (await keepTrue(key)).kind;
  } catch (error) {
    if (isMattermostAway(error)) return 'later';
    throw error;
  }
}
