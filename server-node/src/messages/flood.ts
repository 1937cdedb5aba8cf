import { LRUCache } from 'lru-cache';
import { MINUTE_MS, type EpochMs } from '../shared/time.ts';
import type { Mention } from './mention.ts';

/** Lines of one person in one channel that are read within a minute of the clock. */
export const MOST_A_MINUTE = 20;
/** Above it those are forgotten who have not written for longest. */
const MOST_COUNTED = 10_000;

export type Flood = ReturnType<typeof makeFlood>;

/**
 * Counts what each person writes to the bot in each channel. It goes by when a message was written and counts each once,
 * so that all replicas, which hear the same, come to the same result.
 */
export function makeFlood() {
  const counted = new LRUCache<string, Set<string>>({ max: MOST_COUNTED });
  return {
    /** @returns undefined, or for all lines that are too many of this minute the same key */
    over(mention: Pick<Mention, 'userId' | 'channelId' | 'postId' | 'writtenAt'>): string | undefined {
      const key = keyOf(mention);
      const posts = counted.get(key) ?? new Set();
      counted.set(key, posts);
      if (posts.size < MOST_A_MINUTE) posts.add(mention.postId);
      return posts.has(mention.postId) ? undefined : key;
    },
  };
}

const keyOf = ({ userId, channelId, writtenAt }: Pick<Mention, 'userId' | 'channelId' | 'writtenAt'>) =>
  `flood:${channelId}:${userId}:${minuteOf(writtenAt)}`;

const minuteOf = (at: EpochMs): number => Math.floor(at / MINUTE_MS);
