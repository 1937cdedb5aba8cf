import { isDeepStrictEqual } from 'node:util';
import type { RequestListener } from 'node:http';
import type { Server } from '../create-server.ts';
import type { Logger } from '../shared/logger.ts';
import { refuseRequest } from './make-entrance.ts';

/** One server with the entrance of its own. */
export interface Opened {
  server: Server;
  serve: RequestListener;
}

export interface ServerKeeper<Config> {
  /** Runs a server with these settings in place of the one before; nothing happens when they are the same. */
  use(config: Config): Promise<void>;
  serve: RequestListener;
  server(): Server | undefined;
  stop(): Promise<void>;
}

/**
 * Takes new settings without a restart: a second server is started beside the first on the same store, and takes
 * over when it is ready. If it does not start, the first one stays. Newer settings end the start of older ones.
 */
export function keepServer<Config>(open: (config: Config) => Opened, logger: Logger): ServerKeeper<Config> {
  type Kept = Opened & { config: Config };
  let current: Kept | undefined;
  let starting: Kept | undefined;
  let newest: Config | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let stopped = false;

  const isOutdated = (config: Config) => stopped || !isDeepStrictEqual(config, newest);
  const close = async (one: Kept | undefined) =>
    one?.server
      .stop()
      .catch((error: unknown) => logger.warn({ err: error }, 'A server did not close cleanly.'));

  async function replace(config: Config): Promise<void> {
    if (isOutdated(config) || isDeepStrictEqual(current?.config, config)) return;
    const next = (starting = { ...open(config), config });
    const failure = await next.server.start().then(() => undefined, asFailure);
    starting = undefined;
    if (failure !== undefined || isOutdated(config)) await close(next);
    if (isOutdated(config)) return;
    if (failure !== undefined) throw failure.error;
    void close(current);
    current = next;
  }

  return {
    use(config) {
      newest = config;
      if (starting !== undefined && isOutdated(starting.config)) void close(starting);
      const turn = last.then(() => replace(config));
      last = turn.catch(() => undefined);
      return turn;
    },
    serve: (request, response) => (current?.serve ?? refuseRequest)(request, response),
    server: () => current?.server,
    async stop() {
      stopped = true;
      await close(starting);
      await last;
      await current?.server.stop();
      current = undefined;
    },
  };
}

const asFailure = (error: unknown) => ({ error });
