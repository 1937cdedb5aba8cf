import type { ChannelId, PostId, UserId } from '../shared/ids.ts';
import type { ChannelState } from '../todos/rights.ts';

/** A person whose identity the host has proved. */
export interface Caller {
  readonly userId: UserId;
  readonly username: string;
  readonly isGuest: boolean;
  /** The language of the account as Mattermost names it, such as `zh-CN`; empty when it is not known. */
  readonly locale: string;
  /** What the caller may see, asked with the caller's own rights. */
  readonly access: ChannelAccess;
}

/**
 * `now`: Mattermost is asked each time. Else an answer may be up to 30 s old: `recent` for what is only shown beside other
 * things, `read` for a list that is read, where asking each time would cost Mattermost a call (where it asks itself, it
 * costs nothing), and `pushed` for what is told to browsers, where people who wait for an answer go first.
 */
export type Freshness = 'now' | 'read' | 'recent' | 'pushed';

export interface ChannelAccess {
  /** Reading and archived are one question, so that a write asks once. @throws {AppError} mattermost_unavailable */
  stateOfChannel(channelId: ChannelId, freshness: Freshness): Promise<ChannelState>;
  /** The channel of a post, when the caller may read it. */
  channelOfPost(postId: PostId): Promise<ChannelId | undefined>;
}

/** Headers as node:http gives them: lower-case names. */
export interface RequestIdentity {
  method: string;
  headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** Says who is calling. Sidecar: session cookie or bearer token; managed: the header set by Mattermost. */
export interface Identify {
  /** @throws {AppError} not_signed_in, csrf_failed, forbidden, mattermost_unavailable */
  (request: RequestIdentity): Promise<Caller>;
}
