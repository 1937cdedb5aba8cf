import { isDeepStrictEqual } from 'node:util';
import type { RequestListener } from 'node:http';
import type { Server } from '../create-server.ts';
import { refuseRequest } from './make-entrance.ts';

/** One server with the entrance of its own. */
export interface Opened {
  server: Server;
  serve: RequestListener;
}

export interface ServerKeeper<Config> {
  /**
   * Runs a server with these settings in place of the one before; nothing happens when they are the same.
   *
   * @returns whether it runs now because of this call: neither the same as before nor overtaken by newer settings
   */
  use(config: Config): Promise<boolean>;
  /** While the first one starts, its own door says so. */
  serve: RequestListener;
  server(): Server | undefined;
  stop(): Promise<void>;
}

/**
 * Takes new settings without a restart: a second server is started beside the first on the same store, and takes
 * over when it is ready. If it does not start, the first one stays. Newer settings end the start of older ones.
 *
 * @param open gets to know when all servers before this one have done what they had begun
 */
export function keepServer<Config>(
  open: (config: Config, earlierOnesClosed: Promise<unknown>) => Opened,
  onFailedClose: (error: unknown) => void,
): ServerKeeper<Config> {
  type Kept = Opened & { config: Config };
  let current: Kept | undefined;
  let starting: Kept | undefined;
  let newest: Config | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let closing: Promise<unknown> = Promise.resolve();
  let stopped = false;

  const isOutdated = (config: Config) => stopped || !isDeepStrictEqual(config, newest);
  const close = async (one: Kept | undefined) => one?.server.stop().catch(onFailedClose);

  async function replace(config: Config): Promise<boolean> {
    if (isOutdated(config) || isDeepStrictEqual(current?.config, config)) return false;
    const earlierClosed = Promise.withResolvers<undefined>();
    const next = (starting = { ...open(config, earlierClosed.promise), config });
    const failure = await next.server.start().then(() => undefined, asFailure);
    starting = undefined;
    if (failure !== undefined || isOutdated(config)) await close(next);
    if (isOutdated(config)) return false;
    if (failure !== undefined) throw failure.error;
    closing = Promise.all([closing, close(current)]);
    void closing.then(() => earlierClosed.resolve(undefined));
    current = next;
    return true;
  }

  return {
    use(config) {
      newest = config;
      if (starting !== undefined && isOutdated(starting.config)) void close(starting);
      const turn = last.then(() => replace(config));
      last = turn.catch(() => undefined);
      return turn;
    },
    serve: (request, response) => ((current ?? starting)?.serve ?? refuseRequest)(request, response),
    server: () => current?.server,
    async stop() {
      stopped = true;
      await close(starting);
      await last;
      await current?.server.stop();
      await closing;
      current = undefined;
    },
  };
}

const asFailure = (error: unknown) => ({ error });
