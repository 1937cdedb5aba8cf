import type { Host as Mattermost, Plugin } from 'mattermost-plugin-host';
import type { ServerConfig } from '../config.ts';
import { secretsOf } from '../config/secrets-of.ts';
import { PLUGIN_VERSION } from '../contract/manifest.ts';
import { METRICS_PATH, SETTINGS_STATE_PATH } from '../contract/paths.ts';
import { createServer } from '../create-server.ts';
import { makeAccounts } from '../mattermost/plugin-api/accounts.ts';
import { ensureBot, type BotOfPlugin } from '../mattermost/plugin-api/ensure-bot.ts';
import { giveBotItsPicture } from '../mattermost/plugin-api/give-bot-its-picture.ts';
import { timeApi } from '../mattermost/plugin-api/time-api.ts';
import { makeMetrics } from '../metrics/make-metrics.ts';
import { reactionOf } from '../mattermost/plugin-api/messages/reaction-of.ts';
import { postToBot } from '../mattermost/plugin-api/messages/post-to-bot.ts';
import { hearEdit, type HearPostDeps } from '../messages/hear-post.ts';
import type { Hears } from '../messages/hears.ts';
import { makeHearPost } from '../mattermost/plugin-api/messages/make-hear-post.ts';
import { localeFor, type Locale } from '../program/texts/locale.ts';
import { textsIn } from '../program/texts/texts-in.ts';
import type { PostId, UserId } from '../shared/ids.ts';
import { inTime } from '../shared/in-time.ts';
import { SECOND_MS, type Clock } from '../shared/time.ts';
import type { Logger } from '../shared/logger.ts';
import { asksFor } from './asks-for.ts';
import { makeBringUp } from './bring-up.ts';
import { secretsOfDataSource } from './data-source/split-data-source.ts';
import { databaseOfSite } from './database-of-site.ts';
import { executeCommand } from './execute-command.ts';
import { explainActivation, reasonOf } from './explain-activation.ts';
import { makeHostLogger } from './host-logger.ts';
import { keepServer, type Opened, type ServerKeeper } from './keep-server.ts';
import { makeManagedHost } from './make-managed-host.ts';
import { refuseRequest } from './make-entrance.ts';
import { readPluginSettings, readSite, type MattermostSite } from './mattermost-site.ts';
import { readManagedConfig } from './read-managed-config.ts';
import { serveMetrics, writeMetrics } from './serve-metrics.ts';
import { serveSettingsState } from './serve-settings-state.ts';
import { makeSettingsState } from './settings-state.ts';
import { todoCommand } from './todo-command.ts';

export interface ManagedDeps {
  environment: Readonly<Record<string, string | undefined>>;
  now: Clock;
}

/** A database that is away longer is waited for while the plugin counts as running and says so to everybody. */
const START_MS = 8 * SECOND_MS;
/** Mattermost waits without end for a plugin that it disables, and ten seconds when it stops itself. */
const STOP_MS = 4.5 * SECOND_MS;

/** What is late goes on, and nobody has to wait for it. */
const noMatter = () => undefined;

type ManagedConfig = ServerConfig & { site: MattermostSite };

/** The to-do backend as a plugin of Mattermost. */
export function makeManagedPlugin(mattermost: Mattermost, { environment, now }: ManagedDeps): Plugin {
  const { log } = mattermost;
  const metrics = makeMetrics();
  const api = timeApi(mattermost.api, metrics);
  const accountOf = makeAccounts(api, now);
  let keeper: ServerKeeper<ManagedConfig> | undefined;
  let botId: UserId | undefined;
  let hearPost: ReturnType<typeof makeHearPost> | undefined;
  let hearing: HearPostDeps | undefined;
  let logger: Logger = makeHostLogger(log, []);
  let commandLocale: Locale | undefined;
  const settingsState = makeSettingsState();

  async function registerCommand(locale: Locale): Promise<void> {
    if (locale === commandLocale) return;
    await api.RegisterCommand(todoCommand(textsIn(locale), locale));
    commandLocale = locale;
  }

  async function readConfig(): Promise<ManagedConfig> {
    const site = await readSite(api);
    const settings = await readPluginSettings(api);
    const ownDatabase = () => databaseOfSite(site);
    const config = { ...readManagedConfig({ settings, environment, ownDatabase }), site };
    logger = makeHostLogger(log, secretsOf(config, secretsOfDataSource(site.dataSource)));
    const { language } = config;
    await registerCommand(language === 'mattermost' ? (localeFor(site.locale) ?? 'en') : language);
    return config;
  }

  function open(
    bot: BotOfPlugin,
    { site, ...config }: ManagedConfig,
    programMayRun: Promise<unknown>,
  ): Opened {
    const { isCluster, locale: siteLocale, url: siteUrl } = site;
    const host = makeManagedHost({ api, accountOf, bot, isCluster, siteLocale, siteUrl, logger, now });
    return { server: createServer(config, host, { logger, now, metrics, programMayRun }), serve: host.serve };
  }

  const bringUp = makeBringUp(readConfig, () =>
    logger.info({ version: PLUGIN_VERSION }, 'The to-do backend is there, with the settings of this moment.'),
  );

  async function activate(): Promise<void> {
    const bot = await ensureBot(api);
    const kept = keepServer<ManagedConfig>(
      (config, earlierOnesClosed) => open(bot, config, earlierOnesClosed),
      (error) => logger.warn({ err: error }, 'A server did not close cleanly.'),
    );
    [keeper, botId] = [kept, bot.userId];
    const hears: Hears = {
      message: async (message) => keeper?.server()?.hears.message(message),
      mention: async (mention) => keeper?.server()?.hears.mention(mention),
      edited: async (line) => keeper?.server()?.hears.edited(line),
      deleted: async (postId) => keeper?.server()?.hears.deleted(postId),
      returned: async (channelId) => keeper?.server()?.hears.returned(channelId),
      reacted: async (reaction) => keeper?.server()?.hears.reacted(reaction),
      unreacted: async (reaction) => keeper?.server()?.hears.unreacted(reaction),
    };
    hearing = { bot, accountOf, hears };
    hearPost = makeHearPost({ ...hearing, api, now });
    giveBotItsPicture(api, botId).catch((err: unknown) =>
      logger.warn({ err }, 'The bot has no picture yet.'),
    );
    commandLocale = undefined;
    await registerCommand('en');
    const there = bringUp(kept, () => keeper === kept);
    there.catch((error: unknown) => {
      settingsState.refused(reasonOf(error));
      logger.error({}, reasonOf(error));
    });
    await inTime(there, START_MS, noMatter);
  }

  async function takeOver(): Promise<void> {
    const kept = keeper;
    if (kept === undefined) return;
    try {
      const areInUse = await bringUp(kept, () => keeper === kept);
      if (areInUse) settingsState.taken();
    } catch (error) {
      settingsState.refused(reasonOf(error));
      logger.error({}, `The settings were not taken over: ${reasonOf(error)}`);
    }
  }

  return {
    async OnActivate() {
      try {
        await activate();
      } catch (error) {
        keeper = undefined;
        throw explainActivation(error);
      }
    },
    OnConfigurationChange: () => inTime(takeOver(), START_MS, noMatter),
    async OnDeactivate() {
      const stopping = keeper?.stop() ?? Promise.resolve();
      keeper = undefined;
      await inTime(stopping, STOP_MS, noMatter);
    },
    ExecuteCommand: (context, command) =>
      executeCommand({ server: keeper?.server(), botId, api }, context, command),
    MessageHasBeenPosted: async (_context, post) => hearPost?.(post),
    ReactionHasBeenAdded: async (_context, reaction) => hearing?.hears.reacted(reactionOf(reaction)),
    ReactionHasBeenRemoved: async (_context, reaction) => hearing?.hears.unreacted(reactionOf(reaction)),
    MessageHasBeenUpdated: async (_context, post) => {
      if (hearing !== undefined) await hearEdit(hearing, postToBot(post));
    },
    MessageHasBeenDeleted: async (_context, post) => hearing?.hears.deleted(post.Id as PostId),
    ServeHTTP(request, response) {
      if (asksFor(request, SETTINGS_STATE_PATH))
        return serveSettingsState(api, settingsState.view(), request, response);
      if (asksFor(request, METRICS_PATH)) return serveMetrics(api, metrics, request, response);
      return (keeper?.serve ?? refuseRequest)(request, response);
    },
    ServeMetrics: (_request, response) => writeMetrics(metrics, response),
  };
}
