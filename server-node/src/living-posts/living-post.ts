import { PRESSABLE_MS } from '../replies/choices.ts';
import type { ReplyId } from '../replies/reply.ts';
import type { ChannelId, PostId, UserId } from '../shared/ids.ts';
import { SECOND_MS, type EpochMs } from '../shared/time.ts';
import type { WakeUp, WakeUpKey } from '../wake-ups/wake-up.ts';

export type LivingPostKey = string & { readonly __brand: 'LivingPostKey' };

/**
 * What this version knows to keep true: the list of a channel in that channel; the newest overview of a person; what a
 * person was asked in one message; and one that was ended, which is to say so and then to be forgotten. Those of a newer
 * version wait for a process that knows them.
 */
export const LIVING_POST_KINDS = ['list', 'digest', 'requests', 'ended'] as const;
export type LivingPostKind = (typeof LIVING_POST_KINDS)[number];

/** A post of the bot's that says how things are, for as long as it is there. */
export interface LivingPost {
  /** There is one with the same key. */
  readonly key: LivingPostKey;
  readonly kind: LivingPostKind;
  /**
   * Whatever concerns this list, or this person by their own, may change what the post shows. Another form, as
   * {@link aboutAsked}, and empty: nothing does but what the post names.
   */
  readonly about: string;
  /** Where it is made; {@link BY_THE_OUTBOX} for one that was queued as a reply. */
  readonly channelId: ChannelId;
  /** Of the reply that the post began as. */
  readonly replyId: ReplyId;
  /** Null until it is made. */
  readonly postId: PostId | null;
  /** Whether it is wanted pinned. */
  readonly isPinned: boolean;
  /** Stands for what it was made to show last; empty when that is not known. */
  readonly shown: string;
  /** How often somebody began to edit it. */
  readonly edits: number;
  /** When somebody began the last time. */
  readonly editedAt: EpochMs;
}

/** In the place of the channel of a post that the outbox makes. */
export const BY_THE_OUTBOX = '' as ChannelId;

/** Of the post that shows a channel's list in that channel. */
export const channelListKey = (channelId: ChannelId): LivingPostKey => `list:${channelId}` as LivingPostKey;

/** Of the newest overview that a person got. */
export const digestPostKey = (personId: UserId): LivingPostKey => `digest:${personId}` as LivingPostKey;

/** Of the message by which a person was asked for something. */
export const requestsPostKey = (replyId: ReplyId): LivingPostKey => `requests:${replyId}` as LivingPostKey;

const ASKED = 'asked:';
export const aboutAsked = (personId: UserId): string => `${ASKED}${personId}`;
export const personAsked = (about: string): UserId => about.slice(ASKED.length) as UserId;

/** Until when a message is kept true by which somebody was asked; what is below it can be pressed no longer. */
export const keptUntil = (named: readonly { toldAt: EpochMs }[]): EpochMs =>
  Math.max(...named.map(({ toldAt }) => toldAt)) + PRESSABLE_MS;

/** One that is queued as a reply, and so says what is. */
export const queuedPost = (
  post: Pick<LivingPost, 'key' | 'kind' | 'about' | 'replyId' | 'shown'>,
  now: EpochMs,
): LivingPost => ({
  ...{ ...post, channelId: BY_THE_OUTBOX, postId: null },
  ...{ isPinned: false, edits: 0, editedAt: now },
});

/** From one edit of a post to the next. */
export const EDIT_EVERY_MS = 3 * SECOND_MS;

const WAKE_UP = 'living:';

/** The wake-up in which a post is looked at; in the store it is made of the post's key in the same way. */
export const livingWakeUp = (key: LivingPostKey, at: EpochMs): WakeUp => ({
  key: `${WAKE_UP}${key}` as WakeUpKey,
  at,
  kind: 'living_post',
  // Nobody in particular; what is wrong with one post then holds up no other.
  personId: key as string as UserId,
  about: key,
});
