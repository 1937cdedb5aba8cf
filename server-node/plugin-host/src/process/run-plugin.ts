import type { Socket } from 'node:net';

import type { PluginApi } from '../api/plugin-api.ts';
import type { PluginHttp } from '../api/plugin-http.ts';
import type { SessionLimits } from '../go-plugin/session-limits.ts';
import { PluginSession } from '../go-plugin/plugin-session.ts';
import type { Plugin } from '../hooks/plugin.ts';
import { awaitConnection } from './await-connection.ts';
import { guardStdout } from './guard-stdout.ts';
import type { Environment } from './handshake.ts';
import { handshakeLine, NOT_BY_HAND, startedByMattermost } from './handshake.ts';
import type { LifeLimits } from './life-limits.ts';
import { DEFAULT_LIFE } from './life-limits.ts';
import type { Logger } from './logger.ts';
import { errorFields } from './logger.ts';
import { pluginLog } from './plugin-log.ts';
import { openPluginSocket, removeStaleSockets } from './plugin-socket.ts';
import { SelfProbe } from './self-probe.ts';
import { sendAll } from './send-all.ts';
import { outliveSignals } from './signals.ts';
import { stderrLog } from './stderr-log.ts';
import { catchStrayErrors } from './stray-errors.ts';
import { Watchdog } from './watchdog.ts';

/** What a plugin works with. */
export interface Host {
  /** There from OnActivate on; before, calls are rejected. */
  readonly api: PluginApi;
  /** Requests to other plugins. */
  readonly http: PluginHttp;
  readonly log: Logger;
}

/** Builds the plugin. Called when Mattermost has connected, so whatever it imports does not delay the start. */
export type LoadPlugin = (host: Host) => Plugin | Promise<Plugin>;

export interface RunOptions {
  readonly limits?: Partial<SessionLimits & LifeLimits>;
  readonly environment?: Environment;
}

/** Mattermost closes the connection after Quit; if it does not, we go by ourselves. */
const QUIT_MS = 500;
/** For an entry that the API does not take any more to reach standard error. */
const LAST_WORD_MS = 50;
const WATCH_MS = 5_000;

/**
 * The whole life of a plugin process. Prints the handshake first and loads the plugin afterwards; ends the process when
 * Mattermost says so, is gone, or cannot reach our hooks any more.
 */
export async function runPlugin(load: LoadPlugin, options: RunOptions = {}): Promise<void> {
  const environment = options.environment ?? process.env;
  const early = stderrLog((line) => void process.stderr.write(line));
  if (!startedByMattermost(environment)) {
    process.stderr.write(`${NOT_BY_HAND}\n`);
    process.exit(1);
  }
  const listening = await openPluginSocket(environment);
  const { connectMs } = { ...DEFAULT_LIFE, ...options.limits };
  const connected = awaitConnection(listening, early, connectMs);
  process.stdout.write(handshakeLine(listening.address));
  guardStdout(early);
  const socket = await connected;
  serve(socket, load, options, early);
  removeStaleSockets(environment);
}

function serve(socket: Socket, load: LoadPlugin, { limits = {} }: RunOptions, early: Logger): void {
  const log = pluginLog(() => session, early);
  const probe = new SelfProbe();
  const watchdog = watchdogOf(() => probe.send(session), log);
  const session: PluginSession = new PluginSession({
    send: (bytes) => sendAll(socket, bytes),
    plugin: (own) => loadOrExplain(load, { api: own.api, http: own.http, log }, log),
    log,
    limits,
    intercept: (request) => probe.isOwn(request),
    onHook: () => watchdog.heard(),
    onHooksLost: (error) => endSoon('its hooks cannot be reached', error, log),
    onApiLost: (error) => endSoon('it cannot reach the API', error, log),
    onQuit: () => void setTimeout(() => process.exit(0), QUIT_MS),
    onClosed: (error) => endWith(error, early),
  });
  socket.on('data', (chunk) => session.receive(chunk as Buffer));
  socket.on('error', () => session.close()).on('close', () => session.close());
  setInterval(() => void (session.isActive && watchdog.check()), WATCH_MS).unref();
  catchStrayErrors(log);
  outliveSignals(log, { ...DEFAULT_LIFE, ...limits }.terminationMs);
}

/** A plugin that cannot be built refuses its activation, so that the System Console shows why. */
async function loadOrExplain(load: LoadPlugin, host: Host, log: Logger): Promise<Plugin> {
  try {
    return await load(host);
  } catch (error) {
    log.error('The plugin could not be loaded.', errorFields(error));
    const reason = error instanceof Error ? error.message : String(error);
    return {
      OnActivate() {
        throw new Error(`The plugin could not be loaded: ${reason}`);
      },
    };
  }
}

function watchdogOf(probe: () => Promise<void>, log: Logger): Watchdog {
  return new Watchdog({
    now: () => performance.now(),
    probe,
    onDoubt: (error) => log.warn('A request to ourselves did not arrive.', errorFields(error)),
    onDead: () => {
      log.error('No hook reaches the plugin any more. It ends; Mattermost starts it anew.');
      setTimeout(() => process.exit(1), QUIT_MS);
    },
  });
}

/** At the end of a normal life both streams end too, directly before the connection. */
function endSoon(reason: string, error: Error, log: Logger): void {
  setTimeout(() => {
    log.error(`The plugin ends because ${reason}.`, errorFields(error));
    setTimeout(() => process.exit(1), LAST_WORD_MS);
  }, QUIT_MS).unref();
}

function endWith(error: Error | undefined, log: Logger): void {
  if (error !== undefined) log.error('The connection to Mattermost broke.', errorFields(error));
  process.exit(error === undefined ? 0 : 1);
}
