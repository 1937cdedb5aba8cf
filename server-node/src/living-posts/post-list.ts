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
import type { EnterFor, Entered, LivingPostReader, PostingRight, PostingRightOf } from './ports.ts';

export interface PostListDeps {
  store: Pick<TodoStore, 'transaction'>;
  livingPosts: Pick<LivingPostReader, 'find'>;
  keepTrue: KeepTrue;
  postingRightOf: PostingRightOf;
  /** Left out where the bot is in each channel in which it posts. */
  enterFor?: EnterFor | undefined;
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

export interface Posted {
  /** `follows`: as soon as Mattermost can be asked. */
  outcome: 'posted' | 'follows';
  /** Whether the bot is in the channel, where it hears its name; undefined when that is not known. */
  entered: Entered | undefined;
}

export interface PostList {
  /**
   * Has the bot post a channel's list there, below all else, and keep it true. The one before says that it has ended, and
   * its pin goes on with the list.
   *
   * @throws {AppError} mattermost_unavailable: nothing was done; store_unavailable
   */
  post(asked: Asked & { isPinned: boolean }): Promise<Posted | { outcome: NotPosted }>;
  /**
   * Also for those of whom the bot cannot find out whether they may post, as it is not in the channel any more.
   *
   * @throws {AppError} likewise
   */
  unpost(asked: Asked): Promise<'ended' | 'none' | NotPosted>;
}

/** By when another process takes over what this one has not done, killed or without Mattermost. */
const TAKEN_OVER_AFTER_MS = 15 * SECOND_MS;

export function makePostList(deps: PostListDeps): PostList {
  const { store, livingPosts, keepTrue, postingRightOf, enterFor, newId, now } = deps;

  /** Once for each request, by those who may post there themselves. */
  async function unlessRefused<T>(
    { actorId, channelId, requestKey }: Asked,
    enough: readonly PostingRight[],
    work: (writer: TodoWriter, at: EpochMs) => Promise<T>,
  ): Promise<T | NotPosted> {
    const right = await postingRightOf(actorId, channelId);
    if (right !== 'may' && !enough.includes(right)) return right;
    return store.transaction(async (writer) => {
      const at = now();
      // The answer has the key itself.
      const isKnown =
        requestKey !== undefined && (await writer.claim(`${requestKey}:living-post`, null, at)) !== undefined;
      return isKnown ? 'handled_before' : work(writer, at);
    });
  }

  const enteredSoFar = async ({ actorId, channelId }: Asked): Promise<Entered | undefined> =>
    enterFor?.(actorId, channelId).catch((error: unknown) => {
      if (isMattermostAway(error)) return undefined;
      throw error;
    });

  const finish = async ({ ended }: { ended: LivingPostKey | undefined }): Promise<void> => {
    if (ended !== undefined) await keptSoFar(keepTrue, ended);
  };

  return {
    async post(asked) {
      const { channelId } = asked;
      const key = channelListKey(channelId);
      const begun = await unlessRefused(asked, [], async (writer, at) => {
        const before = await writer.livingPosts.lock(key);
        if (before !== undefined && isJustMade(before, at))
          return { asked: before.postId === null ? ('follows' as const) : ('posted' as const) };
        const ended = before && (await endPost(writer, before, at + TAKEN_OVER_AFTER_MS));
        await writer.livingPosts.put({
          ...{ key, kind: 'list', about: channelList(channelId), channelId },
          isPinned: asked.isPinned || before?.isPinned === true,
          ...{ replyId: newId() as ReplyId, postId: null, shown: '', edits: 0, editedAt: 0 },
        });
        await writer.wakeUps.schedule([livingWakeUp(key, at + TAKEN_OVER_AFTER_MS)]);
        return { ended };
      });
      if (typeof begun === 'string') return { outcome: begun };
      if ('asked' in begun) return { outcome: begun.asked, entered: undefined };
      // Before, so that what Mattermost says of it stands above the list.
      const entered = await enteredSoFar(asked);
      const kept = await keptSoFar(keepTrue, key);
      if (kept === 'gone') return { outcome: 'unseen' };
      await finish(begun);
      return { outcome: isAtIt(kept) ? 'posted' : 'follows', entered };
    },
    async unpost(asked) {
      const key = channelListKey(asked.channelId);
      if ((await livingPosts.find(key)) === undefined) return 'none';
      const begun = await unlessRefused(asked, ['unseen'], async (writer, at) => {
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

/** Whoever hears first that the bot has come into the channel may be posting the list already. */
const isAtIt = (kept: SoFar): boolean => kept === 'true' || kept === 'later';

type SoFar = Kept['kind'] | 'away';

/** What is not done now is done by its wake-up. @throws {AppError} when the store is away */
async function keptSoFar(keepTrue: KeepTrue, key: LivingPostKey): Promise<SoFar> {
  try {
    const kept = await keepTrue(key);
    return kept.kind === 'later' && kept.isAway ? 'away' : kept.kind;
  } catch (error) {
    if (isMattermostAway(error)) return 'away';
    throw error;
  }
}
