import type { ReplyTarget } from '../replies/reply.ts';

/**
 * What must be answered one after another. A thread's root is not known yet when the reply is written, and two
 * messages of one thread must be answered in their order; so a channel is the smallest unit that keeps it.
 */
export function orderKeyOf(target: ReplyTarget): string {
  switch (target.kind) {
    case 'thread':
    case 'channel':
      return `channel:${target.channelId}`;
    case 'direct':
      return `user:${target.userId}`;
    case 'response_url':
      return `url:${target.url}`;
    case 'edit':
      return `post:${target.postId}`;
    case 'reaction':
      return `reaction:${target.triggerPostId}`;
  }
}
