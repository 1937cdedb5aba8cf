import type { Socket } from 'node:net';

import type { PluginApi } from '../api/plugin-api.ts';
import type { PluginHttp } from '../api/plugin-http.ts';
import type { SessionLimits } from '../go-plugin/plugin-session.ts';
import { PluginSession } from '../go-plugin/plugin-session.ts';
import type { Plugin } from '../hooks/plugin.ts';
import { failCurrentRequest } from '../serve-http/request-scope.ts';
import type { Environment } from './handshake.ts';
import { handshakeLine, NOT_BY_HAND, startedByMattermost } from './handshake.ts';
import type { Logger } from './logger.ts';
import { errorFields } from './logger.ts';
import { pluginLog } from './plugin-log.ts';
import type { PluginSocket } from './plugin-socket.ts';
import { openPluginSocket, removeStaleSockets } from './plugin-socket.ts';
import { SelfProbe } from './self-probe.ts';
import { stderrLog } from './stderr-log.ts';
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
  readonly limits?: Partial<SessionLimits>;
  readonly environment?: Environment;
}

/** Mattermost connects within milliseconds of the handshake; a process it has forgotten must not stay. */
const CONNECT_MS = 10_000;
/** Mattermost closes the connection after Quit; if it does not, we go by ourselves. */
const QUIT_MS = 500;
/** Mattermost gives plugins ten seconds when it stops; a SIGTERM meant for it must not cut that short. */
const TERMINATION_MS = 12_000;
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
  const connected = connection(listening, early);
  process.stdout.write(handshakeLine(listening.address));
  guardStdout(early);
  const socket = await connected;
  serve(socket, load, options, early);
  removeStaleSockets(environment);
}

async function connection(listening: PluginSocket, log: Logger): Promise<Socket> {
  const endAt = (reason: string) => () => {
    listening.close();
    log.error(`The plugin ends: ${reason}.`);
    process.exit(1);
  };
  const deadline = setTimeout(endAt(`Mattermost has not connected within ${CONNECT_MS} ms`), CONNECT_MS);
  const onSignal = endAt('it was told to before Mattermost had connected');
  process.on('SIGTERM', onSignal).on('SIGINT', onSignal);
  const socket = await listening.connected;
  clearTimeout(deadline);
  process.off('SIGTERM', onSignal).off('SIGINT', onSignal);
  return socket;
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
    onHooksLost: (error) => onHooksLost(error, log),
    onQuit: () => void setTimeout(() => process.exit(0), QUIT_MS),
    onClosed: (error) => endWith(error, early),
  });
  socket.on('data', (chunk) => session.receive(chunk as Buffer));
  socket.on('error', () => session.close()).on('close', () => session.close());
  setInterval(() => void (session.isActive && watchdog.check()), WATCH_MS).unref();
  catchStrayErrors(log);
  outliveSignals(log);
}

/** Frames up to this size together are copied into one buffer, which is faster than handing a list to the system. */
const COPIED_BYTES = 32 * 1024;

/** One write for many frames. */
function sendAll(socket: Socket, bytes: Buffer[]): void {
  if (socket.destroyed) return;
  const size = bytes.reduce((sum, { length }) => sum + length, 0);
  if (size <= COPIED_BYTES) return void socket.write(Buffer.concat(bytes, size));
  socket.cork();
  for (const piece of bytes) socket.write(piece);
  socket.uncork();
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

/** At the end of a normal life the hooks stream ends too, directly before the connection. */
function onHooksLost(error: Error, log: Logger): void {
  setTimeout(() => {
    log.error('The plugin ends because its hooks cannot be reached.', errorFields(error));
    process.exit(1);
  }, QUIT_MS).unref();
}

function endWith(error: Error | undefined, log: Logger): void {
  if (error !== undefined) log.error('The connection to Mattermost broke.', errorFields(error));
  process.exit(error === undefined ? 0 : 1);
}

/** An error that nobody caught fails its own request; a restart would cost all others up to half a minute. */
function catchStrayErrors(log: Logger): void {
  const onStray = (error: unknown) => {
    if (!failCurrentRequest(error)) log.error('An error was not caught.', errorFields(error));
  };
  process.on('uncaughtException', onStray).on('unhandledRejection', onStray);
}

function outliveSignals(log: Logger): void {
  process.on('SIGINT', () => undefined);
  process.once('SIGTERM', () => {
    log.info('Told to end; waiting for Mattermost to do it properly.');
    setTimeout(() => process.exit(0), TERMINATION_MS).unref();
    process.on('SIGTERM', () => undefined);
  });
}

/** Mattermost throws standard output away after the handshake, and stops reading it at a long line. */
function guardStdout(log: Logger): void {
  process.stdout.write = ((chunk: string | Uint8Array, ...rest: unknown[]): boolean => {
    const text = typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8');
    log.info(text.trimEnd());
    const callback = rest.at(-1);
    if (typeof callback === 'function') process.nextTick(callback as () => void);
    return true;
  }) as typeof process.stdout.write;
}
