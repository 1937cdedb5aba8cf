import type { ReplyId } from '../replies/reply.ts';
import type { Logger } from '../shared/logger.ts';
import type { Clock } from '../shared/time.ts';
import type { TodoStore } from '../todos/ports.ts';
import { requestsPostKey, type LivingPost, type LivingPostKey } from './living-post.ts';
import type { LivingPostReader } from './ports.ts';
import { markOf, type Shows } from './shown.ts';

export interface PressedPostsDeps {
  store: Pick<TodoStore, 'transaction'>;
  livingPosts: Pick<LivingPostReader, 'find'>;
  shows: Pick<Shows, 'requests'>;
  now: Clock;
  logger: Logger;
}

/** Posts that are kept true and that presses rewrite as well. */
export interface PressedPosts {
  /**
   * Keeps the post from being edited while somebody presses below it, and for some seconds more. What the press has it
   * say then stands until something else changes.
   *
   * @param replyId which reply the post is, where that is known
   * @param stands whether what comes of the press says all that the post has to say
   */
  during<T>(
    replyId: string | undefined,
    press: () => Promise<T>,
    stands: (pressed: T) => boolean,
  ): Promise<T>;
}

export function makePressedPosts({ store, livingPosts, shows, now, logger }: PressedPostsDeps): PressedPosts {
  /** A turn without an edit. */
  const takeHold = (key: LivingPostKey): Promise<LivingPost | undefined> =>
    store.transaction(async (writer) => {
      const post = await writer.livingPosts.lock(key);
      if (post === undefined) return undefined;
      const held = { ...post, edits: post.edits + 1, editedAt: now() };
      await writer.livingPosts.put(held);
      return held;
    });

  /** From here on it counts as showing what is. */
  async function letStand(held: LivingPost): Promise<void> {
    const shown = await shows.requests(held);
    if (shown === undefined) return;
    await store.transaction(async ({ livingPosts: posts }) => {
      const found = await posts.lock(held.key);
      if (found?.edits === held.edits) await posts.put({ ...found, shown: markOf(shown) });
    });
  }

  return {
    async during(replyId, press, stands) {
      const key = requestsPostKey((replyId ?? '') as ReplyId);
      const isKept = replyId !== undefined && (await livingPosts.find(key)) !== undefined;
      const held = isKept ? await takeHold(key) : undefined;
      const pressed = await press();
      if (held !== undefined && stands(pressed))
        await letStand(held).catch((error: unknown) =>
          logger.info({ err: error }, 'a post that was pressed is written anew in a moment'),
        );
      return pressed;
    },
  };
}
