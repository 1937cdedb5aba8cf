import type { RequestListener } from 'node:http';
import type { PluginApi } from 'mattermost-plugin-host';
import type { AccountOf } from '../callers/account.ts';
import { PRESS_PATH } from '../contract/paths.ts';
import type { Host } from '../host.ts';
import { createMattermostPluginApi } from '../mattermost/plugin-api/create-mattermost-plugin-api.ts';
import { makeFindPost } from '../mattermost/plugin-api/find-post.ts';
import { hearMissed } from '../mattermost/plugin-api/messages/hear-missed.ts';
import { publicChannels } from '../mattermost/plugin-api/messages/public-channels.ts';
import type { UserId } from '../shared/ids.ts';
import type { Logger } from '../shared/logger.ts';
import type { Clock } from '../shared/time.ts';
import { makeEntrance } from './make-entrance.ts';
import { makeSharedAudience } from './push/shared-audience.ts';
import { makeWebSocketPush } from './push/make-websocket-push.ts';
import { userOf } from './request-user.ts';

export interface ManagedHostDeps {
  api: PluginApi;
  /** Remembers what it was told, for all that asks. */
  accountOf: AccountOf;
  bot: { userId: UserId; username: string };
  /** Several nodes run this plugin on one database. */
  isCluster: boolean;
  /** The site's language for those who have chosen none. */
  siteLocale: string;
  /** The address that people know; may be empty. */
  siteUrl: string;
  logger: Logger;
  now: Clock;
}

export type ManagedHost = Host & { serve: RequestListener };

/** The host of a backend that Mattermost starts: the plugin API, its proof of who calls, its WebSocket. */
export function makeManagedHost(deps: ManagedHostDeps): ManagedHost {
  const { api, accountOf, bot, isCluster, siteLocale, siteUrl, logger, now } = deps;
  const mattermost = createMattermostPluginApi({
    api,
    accountOf,
    userOf,
    botId: () => bot.userId,
    siteUrl,
    now,
  });
  const entrance = makeEntrance();
  const audience = makeSharedAudience(now);
  return {
    identify: async (request) => audience.noting(request, await mattermost.identify(request)),
    poster: mattermost.poster,
    findBotPost: mattermost.findBotPost,
    pinPost: mattermost.pinPost,
    postingRightOf: mattermost.postingRightOf,
    enterFor: mattermost.enterFor,
    openForm: mattermost.openForm,
    // Mattermost hands a press to this plugin itself, whatever its address is for people.
    pressUrl: async () => PRESS_PATH,
    bot: () => bot,
    findPost: makeFindPost(api, accountOf),
    publicChannels: publicChannels(api),
    accountOf,
    people: mattermost.people,
    recipients: mattermost.recipients,
    channelStateFor: mattermost.channelStateFor,
    siteLocale: async () => siteLocale,
    mattermostState: () => 'ok',
    openPush: (reader) =>
      makeWebSocketPush({ ...mattermost, api, accountOf, reader, audience, isCluster, logger }),
    hearMessages(hears, notBefore, onListening) {
      onListening();
      return hearMissed({ api, accountOf, bot, hears, notBefore, now, logger });
    },
    listen: entrance.listen,
    serve: entrance.serve,
    mattermostLogsRequests: true,
    start() {},
    async stop() {},
  };
}
