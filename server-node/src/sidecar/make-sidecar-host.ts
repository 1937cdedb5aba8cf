import type { Config } from '../config.ts';
import type { Host } from '../host.ts';
import { makeEventHub } from '../http/events/event-hub.ts';
import { createMattermostRest } from '../mattermost/rest/create-mattermost-rest.ts';
import { makeFindPost } from '../mattermost/rest/find-post.ts';
import { publicChannels } from '../mattermost/rest/messages/public-channels.ts';
import type { Metrics } from '../metrics/metrics.ts';
import type { Logger } from '../shared/logger.ts';
import type { Clock } from '../shared/time.ts';
import { listenAt } from './listen-at.ts';
import { watchMattermost } from './watch-mattermost.ts';

export interface SidecarHostDeps {
  logger: Logger;
  now: Clock;
  metrics: Metrics;
}

/** The host of a backend that an operator starts: REST as the bot, sessions of browsers, server-sent events. */
export function makeSidecarHost(config: Config, deps: SidecarHostDeps): Host {
  const { logger, now, metrics } = deps;
  const { url, botToken } = config.mattermost;
  const mattermost = createMattermostRest({ url, botToken, now, metrics });
  const watch = watchMattermost(mattermost, logger);
  return {
    identify: mattermost.identify,
    poster: mattermost.poster,
    findBotPost: mattermost.findBotPost,
    pinPost: mattermost.pinPost,
    postingRightOf: mattermost.postingRightOf,
    openForm: mattermost.openForm,
    pressUrl: mattermost.pressUrl,
    bot: watch.bot,
    findPost: makeFindPost(mattermost.client, mattermost.accountOf, now),
    publicChannels: publicChannels(mattermost.client),
    accountOf: mattermost.accountOf,
    people: mattermost.people,
    recipients: mattermost.recipients,
    channelStateFor: mattermost.channelStateFor,
    siteLocale: mattermost.siteLocale,
    isTypedBy: mattermost.isTypedBy,
    mattermostState: watch.state,
    openPush: (reader) => makeEventHub({ reader, identify: mattermost.identify, now, logger }),
    hearMessages: (hears, notBefore, onListening) =>
      mattermost.hearMessages(hears, notBefore, onListening, logger),
    listen: (app, integrations) => listenAt(config.http, app, integrations),
    ...(config.http.integrations === null ? {} : { integrationsApart: true }),
    takesSessions: true,
    start: watch.start,
    async stop() {
      watch.stop();
      mattermost.close();
    },
  };
}
