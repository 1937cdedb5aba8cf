import type { RequestListener } from 'node:http';
import type { RequestHandler } from 'express';
import type { AccountOf } from './callers/account.ts';
import type { People } from './callers/people.ts';
import type { ChannelStateFor } from './callers/channel-state-for.ts';
import type { Identify } from './callers/ports.ts';
import type { FindPost } from './callers/written-post.ts';
import type { MeView } from './contract/api.ts';
import type { ChangeReader } from './http/events/shown-change.ts';
import type { Readiness } from './http/http-deps.ts';
import type { PublicChannels } from './messages/catch-up-channels.ts';
import type { Hears } from './messages/hears.ts';
import type { OpenForm } from './replies/form.ts';
import type { EnterFor, PostingRightOf } from './living-posts/ports.ts';
import type { FindBotPost, PinPost, ReplyPoster } from './replies/ports.ts';
import type { Recipients } from './reminders/ports.ts';
import type { UserId } from './shared/ids.ts';
import type { EpochMs } from './shared/time.ts';
import type { ListId } from './todos/list.ts';
import type { Announced } from './todos/whom-it-concerns.ts';

/**
 * What stands between the backend and Mattermost. Everything that differs between a sidecar and a backend that
 * Mattermost starts itself is here; between a host and the store nothing knows which one it is.
 */
export interface Host {
  identify: Identify;
  poster: ReplyPoster;
  findBotPost: FindBotPost;
  pinPost: PinPost;
  postingRightOf: PostingRightOf;
  /** Left out where the bot can post only in channels that it is in. */
  enterFor?: EnterFor;
  openForm: OpenForm;
  /** What Mattermost calls when something is pressed; undefined when nobody knows. @throws {AppError} mattermost_unavailable */
  pressUrl(): Promise<string | undefined>;
  /** `null` until Mattermost was reached once. */
  bot(): MeView['bot'];
  /** A message as Mattermost has it, for outgoing webhooks. */
  findPost: FindPost;
  accountOf: AccountOf;
  /** Who is meant by a name, and who may know whom. */
  people: People;
  /** Of people who are not calling now. */
  recipients: Recipients;
  channelStateFor: ChannelStateFor;
  /** The site's language for those who have chosen none. @throws when Mattermost cannot say */
  siteLocale(): Promise<string | undefined>;
  /** Whether a trigger id proves who typed a custom slash command; left out where there are none. @throws {AppError} mattermost_unavailable */
  isTypedBy?(triggerId: string, userId: UserId): Promise<boolean>;
  mattermostState(): Readiness['mattermost'];
  /** How browsers hear of changes. */
  openPush(reader: ChangeReader): Push;
  /**
   * Hands over what people write to the bot, and what they wrote lately, after `notBefore`. What is written from now on
   * may come by another way instead (`Server.hears`).
   *
   * @param onListening called each time that nobody listened before
   */
  hearMessages?(hears: Hears, notBefore: EpochMs, onListening: () => void): { stop(): void };
  /** For what was written in channels with a webhook while nobody listened. */
  publicChannels: PublicChannels;
  /** @param integrations what Mattermost itself calls, where {@link integrationsApart} */
  listen(app: RequestListener, integrations: RequestListener | null): Promise<Listening>;
  /** Slash commands and webhooks have an address of their own, which nobody but Mattermost reaches. */
  integrationsApart?: true;
  /** Callers prove who they are by a session, which could be guessed at. */
  takesSessions?: true;
  /** Mattermost has a line in its log for each request, so that another one says nothing new. */
  mattermostLogsRequests?: true;
  /** Begins to look for Mattermost. It may be away for as long as it likes. */
  start(): void;
  stop(): Promise<void>;
}

/** Tells browsers of changes. May tell a thing twice, and may lose some when a browser connects anew. */
export interface Push {
  changed(change: Announced): void;
  /** Told, besides, of what this very process changed; for hosts where each process reaches all browsers. */
  changedHere?(change: Announced): void;
  /** An external program may have changed this list. */
  programRan(listId: ListId): void;
  /** How many streams of browsers are open; left out where there are none. */
  streamsOpen?(): number;
  /** `GET /events`; `null` where browsers are told by other means. */
  handler: RequestHandler | null;
  stop(): void;
}

export interface Address {
  host: string;
  port: number;
}

export interface Listening {
  address(): Address & { integrations?: Address };
  /** Takes nothing new at once, and resolves when all that is under way is answered. */
  stop(): Promise<void>;
}
