import { z } from 'zod';

import type { AccountOf } from '../../callers/account.ts';
import type { People } from '../../callers/people.ts';
import type { Identify } from '../../callers/ports.ts';
import type { ChannelStateFor } from '../../callers/channel-state-for.ts';
import type { Hears } from '../../messages/hears.ts';
import type { Metrics } from '../../metrics/metrics.ts';
import { FORM_PATH, PRESS_PATH } from '../../contract/paths.ts';
import { knowsDates, type OpenForm } from '../../replies/form.ts';
import type { PostingRightOf } from '../../living-posts/ports.ts';
import type { FindBotPost, PinPost, ReplyPoster } from '../../replies/ports.ts';
import type { Recipients } from '../../reminders/ports.ts';
import type { Logger } from '../../shared/logger.ts';
import { SECOND_MS, type Clock, type EpochMs } from '../../shared/time.ts';
import { makeAccounts } from './accounts.ts';
import { askBotAccount, makeBotAccount, type BotAccount } from './bot-account.ts';
import { makeChannelStateFor } from './channel-state-for.ts';
import { makeChannelAccess } from './channel-access.ts';
import { makeCheckQueues } from './check-queue.ts';
import { directTransport } from './direct-transport.ts';
import { hearMessages } from './messages/hear-messages.ts';
import { makeFindBotPost } from './find-bot-post.ts';
import { makeIdentify } from './identify.ts';
import { makeOpenForm } from './open-form.ts';
import { makePeople } from './people.ts';
import { makeRecipients } from './recipients.ts';
import { makePinPost } from './pin-post.ts';
import { makePostingRightOf } from './posting-right.ts';
import { makeReplyPoster } from './reply-poster.ts';
import { createRestClient, trimSiteUrl, USER_AGENT, type RestClient } from './rest-client.ts';
import { makeRestCall, type RestCall } from './rest-call.ts';
import { orUnavailable } from './rest-error.ts';
import { callJson } from './rest-json.ts';
import { makeSessionCheck } from './session-check.ts';
import { makeOurUrl, makeSiteConfig } from './site-config.ts';
import { timeTransport } from './time-transport.ts';
import { makeTypedBy, type TypedBy } from './typed-by.ts';

export interface MattermostRestOptions {
  /** MATTERMOST_URL: with a subpath, if there is one. */
  url: string;
  botToken: string;
  now: Clock;
  /** Left out where nobody counts. */
  metrics?: Metrics;
  timeoutMs?: number;
  sleep?: (ms: number) => Promise<unknown>;
  random?: () => number;
}

/** Everything the sidecar needs from Mattermost, over REST. Nothing is asked before the first use. */
export interface MattermostRest {
  identify: Identify;
  poster: ReplyPoster;
  findBotPost: FindBotPost;
  pinPost: PinPost;
  postingRightOf: PostingRightOf;
  openForm: OpenForm;
  /** What Mattermost calls for each press; undefined when it has no SiteURL. @throws {AppError} mattermost_unavailable */
  pressUrl(): Promise<string | undefined>;
  /** @throws {AppError} mattermost_unavailable */
  isTypedBy: TypedBy;
  /** The bot's account, asked anew each time. @throws {AppError} mattermost_unavailable */
  me(): Promise<BotAccount>;
  /** @throws {AppError} mattermost_unavailable */
  ping(): Promise<void>;
  /** The address that people know, as configured in Mattermost; undefined when it is not or cannot be asked. */
  siteUrl(): Promise<string | undefined>;
  /** The language for those who have chosen none; undefined likewise. */
  siteLocale(): Promise<string | undefined>;
  accountOf: AccountOf;
  recipients: Recipients;
  people: People;
  channelStateFor: ChannelStateFor;
  /** Opens a WebSocket as the bot and keeps it open until it is stopped. */
  hearMessages(hears: Hears, notBefore: EpochMs, onConnected: () => void, logger: Logger): { stop(): void };
  /** Calls as the bot. Failures are `RestError`. */
  client: RestClient;
  close(): void;
}

export function createMattermostRest(options: MattermostRestOptions): MattermostRest {
  const { url, botToken, now, timeoutMs = 10 * SECOND_MS, sleep, random } = options;
  const { metrics } = options;
  const direct = directTransport();
  const transport = metrics === undefined ? direct : timeTransport(direct, metrics);
  const shared = { transport, now, timeoutMs, ...(sleep && { sleep }), ...(random && { random }) };
  const client = createRestClient({ ...shared, url, token: botToken });
  // The outbox waits better than a call does: it gives way to other work meanwhile.
  const posting = createRestClient({ ...shared, url, token: botToken, patienceMs: 0, tries: 1 });
  const call = withUserAgent(
    makeRestCall({
      ...shared,
      siteUrl: trimSiteUrl(url),
      patienceMs: 2 * SECOND_MS,
      tries: 3,
      oneAccount: false,
    }),
  );
  const checks = makeCheckQueues();
  const accountOf = makeAccounts(client, now);
  const me = makeBotAccount(posting, now);
  const siteConfig = makeSiteConfig(call, now);
  const siteUrl = async () => (await siteConfig())?.SiteURL || undefined;
  const ourUrl = makeOurUrl(siteConfig);
  const version = async () => (await siteConfig())?.Version ?? '';
  const hasDates = async () => knowsDates(await version());
  const isTypedBy = makeTypedBy(call, now);
  return {
    identify: makeIdentify({
      sessions: makeSessionCheck(call, now, checks.asked),
      accessOf: makeChannelAccess(call, now, checks),
      siteHosts: async () => hostsOf([url, (await siteUrl()) ?? url]),
    }),
    poster: makeReplyPoster({
      ...{ client: posting, botToken, me, call, now },
      pressUrl: () => ourUrl(PRESS_PATH),
      version,
    }),
    pinPost: makePinPost(posting),
    postingRightOf: makePostingRightOf(client, me),
    findBotPost: makeFindBotPost(client, me),
    openForm: makeOpenForm({ client, formUrl: () => orUnavailable(ourUrl(FORM_PATH)), hasDates }),
    pressUrl: () => orUnavailable(ourUrl(PRESS_PATH)),
    isTypedBy: (triggerId, userId) => orUnavailable(isTypedBy(triggerId, userId)),
    me: () => orUnavailable(askBotAccount(posting)),
    ping: () => orUnavailable(ping(call)),
    siteUrl,
    siteLocale: async () => (await siteConfig())?.DefaultClientLocale || undefined,
    accountOf,
    recipients: makeRecipients(client, { accountOf, siteUrl, now }),
    people: makePeople(client, now),
    channelStateFor: makeChannelStateFor(client, accountOf),
    hearMessages: (hears, notBefore, onConnected, logger) =>
      hearMessages(
        {
          url,
          botToken,
          client,
          me,
          accountOf,
          notBefore,
          now,
          logger,
        },
        hears,
        onConnected,
      ),
    client,
    close: () => transport.close(),
  };
}

function withUserAgent(call: RestCall): RestCall {
  return (request) => call({ ...request, headers: { 'User-Agent': USER_AGENT, ...request.headers } });
}

async function ping(call: RestCall): Promise<void> {
  const answer = z.object({ status: z.literal('OK') });
  await callJson(call, { method: 'GET', path: '/api/v4/system/ping' }, answer);
}

function hostsOf(urls: readonly string[]): string[] {
  return urls.filter((url) => URL.canParse(url)).map((url) => new URL(url).host);
}
