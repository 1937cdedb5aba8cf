import type { AnswerCommand } from './commands/make-answer-command.ts';
import type { ServerConfig } from './config.ts';
import type { Host, Listening } from './host.ts';
import { requestSettings } from './make-http-deps.ts';
import type { Hears } from './messages/hears.ts';
import { timeStore } from './metrics/time-store.ts';
import { openDoor, type Door } from './open-door.ts';
import { openStoreWhenThere } from './open-store-when-there.ts';
import { makeSigner } from './presses/signer.ts';
import { serve, type Serving } from './serve.ts';
import type { ServerDeps } from './server-deps.ts';
import { AppError } from './shared/app-error.ts';
import { releaseStack } from './shared/release-stack.ts';
import { startJobs } from './start-jobs.ts';
import { openStore } from './store/open-store.ts';
import type { Store } from './store/store.ts';
import { makeNewId } from './todos/new-id.ts';

export interface Server {
  /**
   * Resolves when requests are answered, which takes as long as the database is away; until then they are refused, and
   * the health endpoint answers. Nothing is touched before. @throws {AppError} of the store; nothing
   * listens any more then
   */
  start(): Promise<void>;
  /** Answers what is under way, lets streams go, and closes the store. May be called at any time, and twice. */
  stop(): Promise<void>;
  /** Known as soon as the server listens. */
  address(): ReturnType<Listening['address']>;
  /** For commands that do not come by HTTP. */
  answerCommand: AnswerCommand;
  /** For what the host hands over from outside of what happens in Mattermost. */
  hears: Hears;
}

/** The composition root, the same for every host. */
export function createServer(config: ServerConfig, host: Host, deps: ServerDeps): Server {
  const releases = releaseStack();
  const stopping = new AbortController();
  let door: Door | undefined;
  let serving: Serving | undefined;
  let starting: Promise<void> | undefined;
  let stopped: Promise<void> | undefined;

  const hears = (): Hears => {
    if (serving === undefined) throw notYet();
    return serving.hears;
  };
  const begin = async () => {
    door = await openDoor(host, { ...deps, settings: requestSettings(config, host) });
    releases.add(door.close);
    const opened = await openItsStore(config, deps, stopping.signal, door.waits);
    releases.add(() => opened.close());
    const store = { ...opened, signer: makeSigner(() => opened.secretOf('press')) };
    startJobs(config, store, host, deps, releases.add);
    serving = serve(config, host, store, deps, door, releases.add);
  };
  return {
    start: () =>
      (starting ??= begin().catch(async (error: unknown) => {
        await releases.releaseAll();
        throw error;
      })),
    stop() {
      stopping.abort();
      return (stopped ??= Promise.resolve(starting)
        .catch(() => undefined)
        .then(() => releases.releaseAll()));
    },
    address() {
      if (door === undefined) throw notYet();
      return door.listening.address();
    },
    async answerCommand(command, requestId) {
      if (serving === undefined) throw notYet();
      return serving.answerCommand(command, requestId);
    },
    hears: {
      message: async (message) => hears().message(message),
      mention: async (mention) => hears().mention(mention),
      edited: async (line) => hears().edited(line),
      deleted: async (postId) => hears().deleted(postId),
      returned: async (channelId) => hears().returned(channelId),
      reacted: async (reaction) => hears().reacted(reaction),
      unreacted: async (reaction) => hears().unreacted(reaction),
    },
  };
}

const notYet = () => new AppError('stopping', 'The server does not listen yet.');

function openItsStore(
  config: ServerConfig,
  { logger, now, metrics }: ServerDeps,
  signal: AbortSignal,
  onAway: (reason: string) => void,
): Promise<Store> {
  const { databaseUrl, databaseConnections: poolSize } = config;
  const storeDeps = { logger, now, newId: makeNewId(now), ...(poolSize === undefined ? {} : { poolSize }) };
  const open = async () => {
    const store = await openStore(databaseUrl, storeDeps);
    return { ...store, todos: timeStore(store.todos, metrics) };
  };
  return openStoreWhenThere(open, { logger, now, signal, onAway });
}
