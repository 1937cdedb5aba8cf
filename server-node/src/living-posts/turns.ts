import type { PostId } from '../shared/ids.ts';
import type { EpochMs } from '../shared/time.ts';
import type { TodoWriter } from '../todos/ports.ts';
import { endPost } from './end-post.ts';
import { EDIT_EVERY_MS, livingWakeUp, type LivingPost, type LivingPostKey } from './living-post.ts';

/** Whoever edits a post takes a turn before. */
export interface Turn {
  kind: 'begun';
  /** As it is with this turn. */
  post: LivingPost;
  /** When the turn before began. */
  editedBefore: EpochMs;
}

export type Taken = Turn | { kind: 'later'; at: EpochMs } | { kind: 'gone' };

/** One that begins a moment from now was taken by a clock that has been set back since. */
const isOver = ({ editedAt }: LivingPost, now: EpochMs): boolean =>
  now >= editedAt + EDIT_EVERY_MS || editedAt > now + EDIT_EVERY_MS;

export async function takeTurn(
  { livingPosts }: Pick<TodoWriter, 'livingPosts'>,
  key: LivingPostKey,
  now: EpochMs,
): Promise<Taken> {
  const before = await livingPosts.lock(key);
  if (before === undefined) return { kind: 'gone' };
  if (!isOver(before, now)) return { kind: 'later', at: before.editedAt + EDIT_EVERY_MS };
  const post = { ...before, edits: before.edits + 1, editedAt: now };
  await livingPosts.put(post);
  return { kind: 'begun', post, editedBefore: before.editedAt };
}

export interface Done {
  postId: PostId;
  /** Stands for what it shows; empty when nobody knows. */
  shown: string;
  /** Nothing had to be edited, so the turn counts for nothing. */
  isUnused: boolean;
  isLast: boolean;
}

const isToOnePerson = ({ kind }: LivingPost): boolean => kind === 'digest' || kind === 'requests';

export type Settled = 'settled' | 'look_again' | 'gone';

/**
 * The end of a turn. Where somebody else took one meanwhile, nobody knows which edit came last, so the post is looked at
 * again; where it was ended or made anew, what this turn wrote is an ended post that does not say so, or not where the
 * list goes on.
 */
export async function settle(
  writer: Pick<TodoWriter, 'livingPosts' | 'wakeUps'>,
  { post, editedBefore }: Turn,
  { postId, shown, isUnused, isLast }: Done,
): Promise<Settled> {
  const { livingPosts, wakeUps } = writer;
  const found = await livingPosts.lock(post.key);
  if (found?.replyId !== post.replyId) {
    // What was said to one person stays as it is.
    if (!isLast && !isToOnePerson(post)) await endPost(writer, { ...post, postId }, post.editedAt);
    return 'gone';
  }
  if (found.edits !== post.edits) {
    await livingPosts.put({ ...found, postId, shown: '' });
    await wakeUps.schedule([livingWakeUp(post.key, found.editedAt + EDIT_EVERY_MS)]);
    return 'look_again';
  }
  if (isLast) await livingPosts.forget(post.key);
  else await livingPosts.put({ ...found, postId, shown, editedAt: isUnused ? editedBefore : found.editedAt });
  return isLast ? 'gone' : 'settled';
}

/** Mattermost wants it no more: it was deleted, or nobody could ever let the bot edit it. */
export async function giveUp(
  { livingPosts }: Pick<TodoWriter, 'livingPosts'>,
  post: LivingPost,
): Promise<void> {
  const found = await livingPosts.lock(post.key);
  if (found?.replyId === post.replyId && found.edits === post.edits) await livingPosts.forget(post.key);
}
