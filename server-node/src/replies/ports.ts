import type { PostId, UserId } from '../shared/ids.ts';
import type { EpochMs } from '../shared/time.ts';
import type { Pressable } from './pressable.ts';
import type { Reply, ReplyDraft, ReplyId, ReplyTarget } from './reply.ts';

/** A reply that `holder` is sending. `until` moves on while it does, and says nothing to clocks of others. */
export interface Lease {
  id: ReplyId;
  holder: string;
  until: EpochMs;
}

/** What became of a reply so far. */
export interface FoundReply {
  /** Where the reply goes or went. */
  target: ReplyTarget;
  /** The post that came of it, if one did. */
  postId: PostId | null;
  /** It was given up for good, so no post comes of it. */
  isDropped: boolean;
}

/** The outbox. Rows are written by the transaction of the change (todos/ports.ts) or by {@link add}. */
export interface Outbox {
  /** Writes replies of a command that changed nothing. */
  add(drafts: readonly ReplyDraft[]): Promise<void>;
  /**
   * Takes up to `limit` replies that are due, at most the oldest of each `orderKey`, and hides them from
   * other takers: those taken by nobody in particular until `now + leaseMs`, those of a `holder` until it finishes or
   * frees them, or somebody else finds it dead and does. Oldest first.
   */
  take(now: EpochMs, leaseMs: number, limit: number, holder?: string): Promise<Reply[]>;
  sent(id: ReplyId, postId: PostId | null, now: EpochMs): Promise<void>;
  /**
   * Tries again at `retryAt`, unless another one than `holder` has it by now; `reason` is for the operator and holds no
   * user text and no secret.
   */
  retry(id: ReplyId, retryAt: EpochMs, reason: string, holder?: string): Promise<void>;
  /** Shows that `holder` is alive: moves the end of the lease. @returns false when it has the lease no more */
  renew(id: ReplyId, until: EpochMs, holder: string): Promise<boolean>;
  /** All leases that have a holder. */
  leases(): Promise<Lease[]>;
  /** Ends a lease, unless it was renewed or ended meanwhile; the reply is due at once. */
  free(lease: Lease): Promise<void>;
  /** Undefined when there is none, or not any more. */
  find(id: ReplyId): Promise<FoundReply | undefined>;
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
   * Sends one reply as the bot, edits a post of the bot's, or reacts, and returns the post's id (`null` where there is
   * none: a response_url, a reaction).
   * May be called again for the same reply after a failure or a crash, and must then find the post it already made.
   * @param isOurs asked right before it is sent; false: another process may be sending it
   * @throws {DeliveryError}
   */
  post(reply: OutgoingReply, isOurs?: () => boolean): Promise<PostId | null>;
}

/** A reply on its way out. */
export interface OutgoingReply extends Reply {
  /** What can be pressed below it; left out: nothing, and what is there already stays. */
  pressables?: readonly Pressable[];
}

/** A post of the bot's, as Mattermost has it. */
export interface BotPost {
  postId: PostId;
  /** Which reply it is; undefined when it came about in another way. */
  replyId: string | undefined;
  props: Readonly<Record<string, unknown>>;
  /** Would be taken off by an edit that does not name them. */
  fileIds: readonly string[];
}

/**
 * @returns undefined when it is not the bot's own, was deleted, or the bot cannot read it any more
 * @throws {AppError} mattermost_unavailable
 */
export type FindBotPost = (postId: PostId) => Promise<BotPost | undefined>;

/** Pins a post to its channel, or takes the pin off. @throws {DeliveryError} */
export type PinPost = (postId: PostId, isPinned: boolean) => Promise<void>;

/** @throws {DeliveryError} to be tried again by whoever has the reply now */
export function refuseUnlessOurs(isOurs: () => boolean): void {
  if (isOurs()) return;
  throw new DeliveryError('its lease was not renewed in time', { permanent: false, retryAfterMs: 0 });
}

/** A bot with the right to edit posts of others must never make use of it. @throws {DeliveryError} */
export function refuseUnlessOwn(botId: UserId, authorId: string): void {
  if (authorId === botId) return;
  throw new DeliveryError("the post to be edited is not the bot's own", { permanent: true });
}

/** Why a reply was not accepted. `retryAfterMs` undefined: back off as usual; `permanent`: drop it. */
export class DeliveryError extends Error {
  readonly permanent: boolean;
  readonly retryAfterMs: number | undefined;
  /** No other reply would be accepted before `retryAfterMs` either: too many calls, or the bot's token is refused. */
  readonly pausesAll: boolean;
  /** The bot may not do this there; somebody could let it, or take the channel out of the archive. */
  readonly isForbidden: boolean;

  constructor(
    message: string,
    options: {
      permanent: boolean;
      retryAfterMs?: number | undefined;
      pausesAll?: boolean;
      isForbidden?: boolean;
      cause?: unknown;
    },
  ) {
    super(message, options.cause === undefined ? {} : { cause: options.cause });
    this.name = 'DeliveryError';
    this.permanent = options.permanent;
    this.retryAfterMs = options.retryAfterMs;
    this.pausesAll = options.pausesAll ?? false;
    this.isForbidden = options.isForbidden ?? false;
  }
}
