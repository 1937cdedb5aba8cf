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
 * over when it is ready. If it does not start, the first one stays.
 */
export function keepServer<Config>(open: (config: Config) => Opened, logger: Logger): ServerKeeper<Config> {
  let current: (Opened & { config: Config }) | undefined;
  let starting: Opened | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let stopped = false;

  async function replace(config: Config): Promise<void> {
    if (stopped || isDeepStrictEqual(current?.config, config)) return;
    const next = { ...open(config), config };
    starting = next;
    try {
      await next.server.start();
    } catch (error) {
      await next.server.stop().catch(() => undefined);
      throw error;
    } finally {
      starting = undefined;
    }
    const before = current;
    current = next;
    void before?.server
      .stop()
      .catch((error: unknown) => logger.warn({ err: error }, 'The server before did not close cleanly.'));
  }

  return {
    use(config) {
      const turn = last.then(() => replace(config));
      last = turn.catch(() => undefined);
      return turn;
    },
    serve: (request, response) => (current?.serve ?? refuseRequest)(request, response),
    server: () => current?.server,
    async stop() {
      stopped = true;
      await starting?.server.stop();
      await last;
      await current?.server.stop();
      current = undefined;
    },
  };
}
