import type { Reply } from '../replies/reply.ts';
import { SECOND_MS, type EpochMs } from '../shared/time.ts';

/** The property of a post that says which reply it is. */
export const REPLY_PROP = 'todo_node_reply';

/** Replies of one place go out in order, so an earlier try is among the newest; the rest are what people wrote since. */
export const NEWEST_POSTS = 200;

/** A reply older than this at its first try may have had one by a process that was killed. */
const FIRST_TRY_MS = 5 * SECOND_MS;

/** Whether a post of this reply has to be looked for before another one is made. */
export const mayBePosted = (
  { attempts, createdAt }: Pick<Reply, 'attempts' | 'createdAt'>,
  now: EpochMs,
): boolean => attempts > 0 || now - createdAt > FIRST_TRY_MS;
