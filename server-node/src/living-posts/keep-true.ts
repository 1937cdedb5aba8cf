import { DeliveryError, type Outbox, type PinPost, type ReplyPoster } from '../replies/ports.ts';
import type { PostId } from '../shared/ids.ts';
import { doublingMs } from '../shared/doubling-ms.ts';
import type { Logger } from '../shared/logger.ts';
import { DAY_MS, MINUTE_MS, SECOND_MS, type Clock, type EpochMs } from '../shared/time.ts';
import type { TodoStore } from '../todos/ports.ts';
import {
  BY_THE_OUTBOX,
  EDIT_EVERY_MS,
  LIVING_POST_KINDS,
  type LivingPost,
  type LivingPostKey,
} from './living-post.ts';
import { markOf, type Shown, type Shows } from './shown.ts';
import { giveUp, settle, takeTurn, type Turn } from './turns.ts';

/** What became of it. */
export type Kept =
  /** It shows what is, which may be another thing at `until` without anybody changing anything. */
  | { kind: 'true'; until: EpochMs | undefined }
  /** `isAway`: Mattermost could not be asked. */
  | { kind: 'later'; at: EpochMs; isAway: boolean }
  /** The bot may not write there now. It is tried after the next change, and at `until` in any case. */
  | { kind: 'refused'; until: EpochMs }
  /** There is nothing to keep true any more. */
  | { kind: 'gone' };

export interface KeepTrueDeps {
  store: Pick<TodoStore, 'transaction'>;
  /** Signs what can be pressed. */
  poster: ReplyPoster;
  pinPost: PinPost;
  /** For posts that it makes. */
  outbox: Pick<Outbox, 'find'>;
  shows: Shows;
  now: Clock;
  logger: Logger;
}

/**
 * Has a post say how things are: the only way in which one is made or edited.
 *
 * @param attempts how often it failed before
 * @throws {AppError} store_unavailable, mattermost_unavailable
 */
export type KeepTrue = (key: LivingPostKey, attempts?: number) => Promise<Kept>;

const GONE: Kept = { kind: 'gone' };
const later = (at: EpochMs): Kept => ({ kind: 'later', at, isAway: false });

const FIRST_RETRY_MS = EDIT_EVERY_MS;
const LAST_RETRY_MS = 10 * MINUTE_MS;
/** Where nothing changes, and nobody told that the bot may write again. */
const TRIED_AGAIN_AFTER_MS = DAY_MS;
/** What only a newer version understands. */
const NOT_OURS_MS = 30 * SECOND_MS;

/**
 * Several processes may be at one post, and any of them may die, freeze or be slow. So whoever edits takes a turn, one
 * every few seconds; what a killed one left is edited again, which changes nothing where it is true already.
 */
export function makeKeepTrue(deps: KeepTrueDeps): KeepTrue {
  const { store, shows, now } = deps;
  return async (key, attempts = 0) => {
    const taken = await store.transaction((writer) => takeTurn(writer, key, now()));
    if (taken.kind === 'gone') return GONE;
    if (taken.kind === 'later') return later(taken.at);
    const { post } = taken;
    if (!LIVING_POST_KINDS.includes(post.kind)) return later(now() + NOT_OURS_MS);
    const postId = await postOf(deps, post);
    if (postId === 'on_its_way') return later(now() + doublingMs(attempts, FIRST_RETRY_MS, LAST_RETRY_MS));
    const shown = postId === 'nowhere' ? undefined : await shows[post.kind](post);
    if (postId === 'nowhere' || shown === undefined) {
      await store.transaction((writer) => giveUp(writer, post));
      return GONE;
    }
    const turn = { ...taken, post: { ...post, postId } };
    return published(deps, turn, shown).catch((error: unknown) => failed(deps, post, error, attempts));
  };
}

/** `nowhere`: the outbox gave it up, and may have forgotten it since. */
async function postOf(
  { outbox }: KeepTrueDeps,
  { postId, channelId, replyId }: LivingPost,
): Promise<PostId | null | 'on_its_way' | 'nowhere'> {
  if (postId !== null || channelId !== BY_THE_OUTBOX) return postId;
  const sent = await outbox.find(replyId);
  if (sent === undefined || sent.isDropped) return 'nowhere';
  return sent.postId ?? 'on_its_way';
}

async function published(deps: KeepTrueDeps, turn: Turn, shown: Shown): Promise<Kept> {
  const { post } = turn;
  const mark = markOf(shown);
  const known = post.shown === mark ? post.postId : null;
  const postId = known ?? (await write(deps, post, shown));
  // One that is made may have been made by an earlier try, and nobody knows what that one says.
  const isSure = post.postId !== null || post.edits === 1;
  const done = { postId, shown: isSure ? mark : '', isUnused: known !== null, isLast: shown.isLast === true };
  const settled = await deps.store.transaction((writer) => settle(writer, turn, done));
  if (settled === 'gone') return GONE;
  const again = post.editedAt + EDIT_EVERY_MS;
  if (settled === 'look_again') return later(again);
  return { kind: 'true', until: isSure ? shown.until : again };
}

/** @throws {DeliveryError} */
async function write(
  deps: KeepTrueDeps,
  post: LivingPost,
  { text, choices, isLast }: Shown,
): Promise<PostId> {
  const { postId: known, channelId, replyId, edits, editedAt, isPinned } = post;
  const postId = (await deps.poster.post({
    ...{ id: replyId, orderKey: '', createdAt: editedAt, attempts: edits - 1, text, choices },
    target: known === null ? { kind: 'channel', channelId, isSilent: true } : { kind: 'edit', postId: known },
  })) as PostId;
  if (isPinned && known === null) await pinned(deps, postId, true);
  if (isPinned && isLast === true) await pinned(deps, postId, false);
  return postId;
}

/** Where the bot may not pin, the post is there all the same. @throws {DeliveryError} when it can be tried again */
async function pinned({ pinPost, logger }: KeepTrueDeps, postId: PostId, isPinned: boolean): Promise<void> {
  try {
    await pinPost(postId, isPinned);
  } catch (error) {
    if (!(error instanceof DeliveryError && isRefusal(error))) throw error;
    logger.info({ err: error, postId }, 'a living post could not be pinned or unpinned');
  }
}

/** What stands in a channel is let go only when it is deleted: the bot may be added again, the channel unarchived. */
const canComeBack = ({ kind, postId }: LivingPost): boolean => kind === 'list' && postId !== null;

const isRefusal = ({ permanent, isForbidden }: DeliveryError): boolean => permanent || isForbidden;

async function failed(deps: KeepTrueDeps, post: LivingPost, error: unknown, attempts: number): Promise<Kept> {
  if (!(error instanceof DeliveryError)) throw error;
  const { store, now, logger } = deps;
  if (isRefusal(error)) {
    if (error.isForbidden && canComeBack(post)) {
      logger.info({ err: error, postId: post.postId }, 'a living post may not be edited now');
      return { kind: 'refused', until: now() + TRIED_AGAIN_AFTER_MS };
    }
    logger.info({ err: error, postId: post.postId }, 'a living post has come to its end');
    await store.transaction((writer) => giveUp(writer, post));
    return GONE;
  }
  const waitMs = error.retryAfterMs ?? doublingMs(attempts, FIRST_RETRY_MS, LAST_RETRY_MS);
  logger.warn({ err: error, postId: post.postId }, 'a living post could not be written; it is tried again');
  return { kind: 'later', at: now() + Math.max(EDIT_EVERY_MS, waitMs), isAway: true };
}
