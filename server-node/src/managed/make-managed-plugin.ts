import type { Host as Mattermost, Plugin } from 'mattermost-plugin-host';
import type { ServerConfig } from '../config.ts';
import { PLUGIN_VERSION } from '../contract/manifest.ts';
import { createServer } from '../create-server.ts';
import { ensureBot } from '../mattermost/plugin-api/ensure-bot.ts';
import type { UserId } from '../shared/ids.ts';
import { SECOND_MS, type Clock } from '../shared/time.ts';
import { readDataSource } from './data-source/read-data-source.ts';
import { executeCommand } from './execute-command.ts';
import { explainActivation } from './explain-activation.ts';
import { makeHostLogger } from './host-logger.ts';
import { keepServer, type Opened, type ServerKeeper } from './keep-server.ts';
import { makeManagedHost } from './make-managed-host.ts';
import { refuseRequest } from './make-entrance.ts';
import { readPluginSettings, readSite, type MattermostSite } from './mattermost-site.ts';
import { readManagedConfig } from './read-managed-config.ts';
import { inTime } from './in-time.ts';
import { secretsOf } from './secrets-of.ts';
import { TODO_COMMAND } from './todo-command.ts';
import { untilThere } from './until-there.ts';

export interface ManagedDeps {
  environment: Readonly<Record<string, string | undefined>>;
  now: Clock;
}

/** A database that is away longer is waited for while the plugin counts as running and says so to everybody. */
const START_MS = 8 * SECOND_MS;
/** Mattermost waits without end for a plugin that it disables, and ten seconds when it stops itself. */
const STOP_MS = 4.5 * SECOND_MS;

type Bot = Awaited<ReturnType<typeof ensureBot>>;
type ManagedConfig = ServerConfig & { site: MattermostSite };

/** The to-do backend as a plugin of Mattermost. */
export function makeManagedPlugin({ api, log }: Mattermost, { environment, now }: ManagedDeps): Plugin {
  let keeper: ServerKeeper<ManagedConfig> | undefined;
  let botId: UserId | undefined;

  async function readConfig(): Promise<ManagedConfig> {
    const site = await readSite(api);
    const settings = await readPluginSettings(api);
    const ownDatabase = () => readDataSource(site.dataSource);
    return { ...readManagedConfig({ settings, environment, ownDatabase }), site };
  }

  function open(bot: Bot, { site, ...config }: ManagedConfig): Opened {
    const logger = makeHostLogger(log, secretsOf(config, site.dataSource));
    const host = makeManagedHost({ api, bot, isCluster: site.isCluster, logger, now });
    return { server: createServer(config, host, { logger, now }), serve: host.serve };
  }

  async function activate(): Promise<void> {
    const bot = await ensureBot(api);
    const kept = keepServer((config: ManagedConfig) => open(bot, config), makeHostLogger(log, []));
    [keeper, botId] = [kept, bot.userId];
    await api.RegisterCommand(TODO_COMMAND);
    const there = untilThere(
      async () => kept.use(await readConfig()),
      () => keeper === kept,
    );
    there.then(
      () => log.info('The to-do backend is there.', { version: PLUGIN_VERSION, bot: bot.username }),
      (error: unknown) => log.error(explainActivation(error).message),
    );
    await inTime(there, START_MS);
  }

  async function takeOver(): Promise<void> {
    try {
      await keeper?.use(await readConfig());
    } catch (error) {
      log.error(`The settings were not taken over: ${explainActivation(error).message}`);
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
    OnConfigurationChange: () => inTime(takeOver(), START_MS),
    async OnDeactivate() {
      const stopping = keeper?.stop() ?? Promise.resolve();
      keeper = undefined;
      await inTime(stopping, STOP_MS);
    },
    ExecuteCommand: (context, command) =>
      executeCommand({ server: keeper?.server(), botId, api }, context, command),
    ServeHTTP: (request, response) => (keeper?.serve ?? refuseRequest)(request, response),
  };
}
