import type { Choices } from '../replies/choices.ts';
import type { ReplyPoster } from '../replies/ports.ts';
import type { ReplyId } from '../replies/reply.ts';
import type { PostId } from '../shared/ids.ts';
import type { Logger } from '../shared/logger.ts';
import type { Clock, EpochMs } from '../shared/time.ts';
import type { TodoStore } from '../todos/ports.ts';
import {
  EDIT_EVERY_MS,
  keptUntil,
  livingWakeUp,
  requestsPostKey,
  type LivingPost,
  type LivingPostKey,
} from './living-post.ts';
import type { LivingPostReader } from './ports.ts';
import { markOf, type Shows } from './shown.ts';

export interface PressedPostsDeps {
  store: Pick<TodoStore, 'transaction'>;
  livingPosts: Pick<LivingPostReader, 'named'>;
  /** Signs what can be pressed. */
  poster: ReplyPoster;
  shows: Pick<Shows, 'requests'>;
  now: Clock;
  logger: Logger;
}

/** What a form has the post say below which it was asked for: the answer to it cannot, unlike that to a press. */
export interface ToWrite {
  postId: PostId;
  text: string;
  choices: Choices;
}

/** What comes of a press: words that say all that the post has to say, words for a moment, none, or words to write. */
export type Left = 'stands' | 'passes' | 'nothing' | ToWrite;

/** Posts that are kept true and that presses rewrite as well. */
export interface PressedPosts {
  /**
   * Keeps the post from being edited while somebody presses below it, and for some seconds more. What the press has it
   * say then stands until something else changes, or is written over in a moment. What cannot be written at once is not
   * written later, over what was changed meanwhile: the post then shows by itself what is.
   *
   * @param replyId which reply the post is, where that is known
   * @returns with it until when the post is kept true, if it is: what it offers then must not outlast that
   */
  during<T>(
    replyId: string | undefined,
    press: () => Promise<T>,
    left: (pressed: T) => Left,
  ): Promise<{ pressed: T; until?: EpochMs }>;
}

export function makePressedPosts({
  store,
  livingPosts,
  poster,
  shows,
  now,
  logger,
}: PressedPostsDeps): PressedPosts {
  /** A turn without an edit. */
  const takeHold = (key: LivingPostKey): Promise<LivingPost | undefined> =>
    store.transaction(async (writer) => {
      const post = await writer.livingPosts.lock(key);
      if (post === undefined) return undefined;
      const held = { ...post, edits: post.edits + 1, editedAt: now() };
      await writer.livingPosts.put(held);
      return held;
    });

  /** From here on it counts as showing what is. @returns false when somebody may have edited it meanwhile */
  async function letStand(held: LivingPost): Promise<boolean> {
    const shown = await shows.requests(held);
    if (shown === undefined) return true;
    return store.transaction(async ({ livingPosts: posts }) => {
      const found = await posts.lock(held.key);
      if (found?.edits !== held.edits) return false;
      await posts.put({ ...found, shown: markOf(shown) });
      return true;
    });
  }

  async function write(held: LivingPost, { postId, text, choices }: ToWrite): Promise<void> {
    await poster.post({
      ...{ id: held.replyId, orderKey: '', createdAt: held.editedAt, attempts: 0 },
      ...{ target: { kind: 'edit', postId }, text, choices },
    });
    if (!(await letStand(held))) await letPass(held.key);
  }

  /** A slow press may have been overtaken by an edit, over which it writes what does not stand. */
  const letPass = (key: LivingPostKey): Promise<void> =>
    store.transaction(async ({ livingPosts: posts, wakeUps }) => {
      const found = await posts.lock(key);
      if (found === undefined) return;
      const editedAt = now();
      await posts.put({ ...found, shown: '', edits: found.edits + 1, editedAt });
      await wakeUps.schedule([livingWakeUp(key, editedAt + EDIT_EVERY_MS)]);
    });

  const AFTER: Readonly<Record<Exclude<Left, ToWrite>, (held: LivingPost) => Promise<unknown>>> = {
    stands: letStand,
    passes: ({ key }) => letPass(key),
    nothing: async () => undefined,
  };

  const come = (held: LivingPost, left: Left, until: EpochMs): Promise<unknown> =>
    typeof left === 'string'
      ? AFTER[left](held)
      : write(held, { ...left, choices: { ...left.choices, until } });

  return {
    async during(replyId, press, left) {
      const key = requestsPostKey((replyId ?? '') as ReplyId);
      const named = replyId === undefined ? [] : await livingPosts.named(key);
      const held = named.length > 0 ? await takeHold(key) : undefined;
      const pressed = await press();
      if (held === undefined) return { pressed };
      const until = keptUntil(named);
      await come(held, left(pressed), until).catch((error: unknown) =>
        logger.info({ err: error }, 'a post that was pressed is written anew in a moment'),
      );
      return { pressed, until };
    },
  };
}
