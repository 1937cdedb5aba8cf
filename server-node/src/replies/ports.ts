import type { PostId } from '../shared/ids.ts';
import type { EpochMs } from '../shared/time.ts';
import type { Reply, ReplyDraft, ReplyId } from './reply.ts';

/** The outbox. Rows are written by the transaction of the change (todos/ports.ts) or by {@link add}. */
export interface Outbox {
  /** Writes replies of a command that changed nothing. */
  add(drafts: readonly ReplyDraft[]): Promise<void>;
  /**
   * Takes up to `limit` replies that are due, at most the oldest of each `orderKey`, and hides them from
   * other takers until `now + leaseMs`. Oldest first.
   */
  take(now: EpochMs, leaseMs: number, limit: number): Promise<Reply[]>;
  sent(id: ReplyId, postId: PostId | null, now: EpochMs): Promise<void>;
  /** Tries again at `retryAt`; `reason` is for the operator and holds no user text and no secret. */
  retry(id: ReplyId, retryAt: EpochMs, reason: string): Promise<void>;
  /** Gives up for good, for instance when the channel was deleted. */
  drop(id: ReplyId, now: EpochMs, reason: string): Promise<void>;
  /** How many wait, and the oldest one's `createdAt`. */
  backlog(): Promise<{ waiting: number; oldestAt: EpochMs | null }>;
  /** Forgets sent and dropped ones older than `before`. */
  prune(before: EpochMs): Promise<void>;
  /** Calls back soon after a reply was written, by this process or another one; returns how to stop. */
  onAdded(listener: () => void): () => void;
}

/** What the delivery of replies needs from Mattermost. */
export interface ReplyPoster {
  /**
   * Sends one reply as the bot and returns the post's id (`null` for a response_url).
   * May be called again for the same reply after a failure or a crash, and must then find the post it already made.
   * @throws {DeliveryError}
   */
  post(reply: Reply): Promise<PostId | null>;
}

/** Why a reply was not accepted. `retryAfterMs` undefined: back off as usual; `permanent`: drop it. */
export class DeliveryError extends Error {
  readonly permanent: boolean;
  readonly retryAfterMs: number | undefined;
  /** No other reply would be accepted before `retryAfterMs` either: too many calls, or the bot's token is refused. */
  readonly pausesAll: boolean;

  constructor(
    message: string,
    options: {
      permanent: boolean;
      retryAfterMs?: number | undefined;
      pausesAll?: boolean;
      cause?: unknown;
    },
  ) {
    super(message, options.cause === undefined ? {} : { cause: options.cause });
    this.name = 'DeliveryError';
    this.permanent = options.permanent;
    this.retryAfterMs = options.retryAfterMs;
    this.pausesAll = options.pausesAll ?? false;
  }
}
