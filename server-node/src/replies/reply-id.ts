import { createHash } from 'node:crypto';
import type { ReplyId } from './reply.ts';

/** Of the one reply to a request, which can be found by it. As long as other ids, and different from all of them. */
export const replyIdOf = (requestKey: string): ReplyId =>
  `k${createHash('sha256').update(`reply to ${requestKey}`).digest('hex').slice(0, 25)}` as ReplyId;
