import { hookToken } from './callers/hook-token.ts';
import { noticingZones } from './callers/notice-zones.ts';
import { makePersonClockOf } from './callers/person-clock.ts';
import type { ServerConfig } from './config.ts';
import { makeSendDigests } from './digest/send-digests.ts';
import { makeManageSettings } from './person-settings/manage-settings.ts';
import type { Host, Listening, Push } from './host.ts';
import { makeBackground } from './shared/background.ts';
import { makeAnswerCommand, type AnswerCommand } from './commands/make-answer-command.ts';
import { makeChangesMadeHere, type ChangesMadeHere } from './http/events/changes-made-here.ts';
import type { HttpDeps } from './http/http-deps.ts';
import { makeApp } from './http/make-app.ts';
import { makeReplyDelivery } from './jobs/deliver-replies.ts';
import { makeWakeUpJob } from './jobs/fire-wake-ups.ts';
import { makeLookAtClocks } from './jobs/look-at-clocks.ts';
import { makePruning } from './jobs/prune.ts';
import type { AnswerMessage } from './messages/direct-message.ts';
import { catchUpChannels } from './messages/catch-up-channels.ts';
import { untilCaughtUp, type CaughtUpDeps } from './messages/until-caught-up.ts';
import { makeAnswerChannelMessage } from './messages/make-answer-channel-message.ts';
import { makeAnswerMessage } from './messages/make-answer-message.ts';
import { openDoor, type Door } from './open-door.ts';
import { openProgram } from './open-program.ts';
import { openStoreWhenThere } from './open-store-when-there.ts';
import { makeAnswerForm } from './presses/make-answer-form.ts';
import { makeAnswerPress } from './presses/make-answer-press.ts';
import type { PressDeps } from './presses/ports.ts';
import { signingPoster } from './presses/sign-replies.ts';
import { makeSigner, type Signer } from './presses/signer.ts';
import { makeReadDates } from './program/said/read-text.ts';
import { makeDeliveries } from './program/make-deliveries.ts';
import { makeLanguages } from './program/texts/languages.ts';
import { makeObserve } from './make-observe.ts';
import type { Metrics } from './metrics/metrics.ts';
import { countCommands } from './metrics/count-commands.ts';
import { timeStore } from './metrics/time-store.ts';
import { makeReadiness } from './readiness.ts';
import { makeRemind } from './reminders/remind.ts';
import { escapeMentions } from './replies/escape-mentions.ts';
import { AppError } from './shared/app-error.ts';
import type { Logger } from './shared/logger.ts';
import { releaseStack } from './shared/release-stack.ts';
import type { Clock } from './shared/time.ts';
import { openStore } from './store/open-store.ts';
import type { Store } from './store/store.ts';
import { makeActs } from './todos/make-acts.ts';
import { makeRezone } from './todos/rezone.ts';
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
  /** For messages to the bot that the host hands over from outside. */
  answerMessage: AnswerMessage;
}

export interface ServerDeps {
  logger: Logger;
  now: Clock;
  metrics: Metrics;
  /** An external program waits for it; left out where nothing else runs one. */
  programMayRun?: Promise<unknown>;
}

/** The composition root, the same for every host. */
export function createServer(config: ServerConfig, host: Host, deps: ServerDeps): Server {
  const releases = releaseStack();
  const stopping = new AbortController();
  let door: Door | undefined;
  let serving: Serving | undefined;
  let starting: Promise<void> | undefined;
  let stopped: Promise<void> | undefined;

  const begin = async () => {
    door = await openDoor(host, { ...deps, settings: requestSettings(config, host) });
    releases.add(door.close);
    const store = await openItsStore(config, deps, stopping.signal, door.waits);
    releases.add(() => store.close());
    const signer = makeSigner(() => store.secretOf('press'));
    startJobs(config, store, host, signer, deps, releases.add);
    serving = serve(config, host, { ...store, signer }, deps, door, releases.add);
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
    async answerMessage(message) {
      if (serving === undefined) throw notYet();
      return serving.answerMessage(message);
    },
  };
}

interface Serving {
  answerCommand: AnswerCommand;
  answerMessage: AnswerMessage;
}

const notYet = () => new AppError('stopping', 'The server does not listen yet.');

type AddRelease = ReturnType<typeof releaseStack>['add'];

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

/** What goes on without requests. Replies that are not out at the end stay in the store. */
function startJobs(
  config: ServerConfig,
  store: Store,
  host: Host,
  signer: Signer,
  deps: ServerDeps,
  onStop: AddRelease,
): void {
  const pruning = makePruning({ ...deps, store: store.todos, outbox: store.outbox });
  const poster = signingPoster(host.poster, signer);
  const delivery = makeReplyDelivery({ ...deps, outbox: store.outbox, poster });
  const knowing = { ...host, people: store.people, languages: languagesOf(config, host), now: deps.now };
  const wakeUps = makeWakeUpJob({
    ...{ ...deps, store: store.todos, wakeUps: store.wakeUps, onHandedOver: deps.metrics.wakeUp },
    handlers: {
      reminder: makeRemind({ ...knowing, reader: store.todos }),
      digest: makeSendDigests({ ...knowing, reader: store.todos }),
    },
  });
  for (const job of [host, pruning, delivery, wakeUps]) {
    job.start();
    onStop(() => job.stop());
  }
}

function serve(
  config: ServerConfig,
  host: Host,
  store: Store & { signer: Signer },
  deps: ServerDeps,
  door: Door,
  onStop: AddRelease,
): Serving {
  const background = makeBackground((error) => deps.logger.error({ err: error }, 'A late answer was lost.'));
  onStop(() => background.idle());
  const madeHere = makeChangesMadeHere();
  const push = host.openPush({ ...store.todos, made: madeHere.of });
  onStop(store.todos.onChange((change) => push.changed(change)));
  const serves = httpDeps(config, host, store, deps, { push, madeHere }, background);
  door.leadTo(makeApp(serves));
  onStop(deps.metrics.watch(makeObserve(serves.readiness, push, { wakeUps: store.wakeUps, now: deps.now })));
  onStop(async () => {
    const allAnswered = door.close();
    push.stop();
    await allAnswered;
  });
  const clocks = makeLookAtClocks({ ...serves, reader: store.todos });
  clocks.start();
  onStop(() => clocks.stop());
  const toTheEnd = waitedFor(background);
  const answerMessage = toTheEnd(
    makeAnswerMessage({
      ...serves,
      deliveries: makeDeliveries(store.todos, deps.now),
      botName: () => serves.bot()?.username,
      triggerWords: config.triggerWords,
    }),
  );
  let looking = new AbortController();
  const hearing = host.hearMessages?.(answerMessage, store.madeAt, () => {
    looking.abort();
    looking = new AbortController();
    const { signal } = looking;
    background.run(catchUp(config, host, serves, { notBefore: store.madeAt, signal }));
  });
  onStop(() => {
    looking.abort();
    hearing?.stop();
  });
  return { answerCommand: toTheEnd(makeAnswerCommand(serves)), answerMessage };
}

function catchUp(
  { mattermost, triggerWords }: ServerConfig,
  { publicChannels: channels, findPost }: Host,
  { answerChannelMessage, now, logger }: HttpDeps,
  back: Pick<CaughtUpDeps, 'notBefore' | 'signal'>,
): Promise<void> {
  const places = new Set(mattermost.webhookTokens.flatMap((entry) => hookToken(entry).place ?? []));
  const deps = { channels, findPost, answer: answerChannelMessage, triggerWords };
  return untilCaughtUp({ ...back, now, logger }, (since) => catchUpChannels(deps, { places, since }));
}

/** A stop waits for commands and messages that are being answered. */
function waitedFor(background: HttpDeps['background']) {
  return <Args extends unknown[], Result>(answer: (...args: Args) => Promise<Result>) =>
    (...args: Args): Promise<Result> => {
      const answered = answer(...args);
      background.run(answered);
      return answered;
    };
}

/** What also holds while there is no store yet. */
const requestSettings = ({ http }: ServerConfig, { mattermostLogsRequests }: Host) => ({
  trustedProxies: http.trustedProxies,
  logsRequests: mattermostLogsRequests !== true,
});

const languagesOf = ({ language }: ServerConfig, { accountOf, siteLocale }: Host) =>
  makeLanguages({ language, accountOf, siteLocale });

function httpDeps(
  config: ServerConfig,
  host: Host,
  store: Store & { signer: Signer },
  { logger, now, metrics, programMayRun = Promise.resolve() }: ServerDeps,
  { push, madeHere }: { push: Push; madeHere: ChangesMadeHere },
  background: HttpDeps['background'],
): HttpDeps {
  const actDeps = { store: store.todos, now, newId: makeNewId(now), onWritten: madeHere.note };
  const acts = makeActs(actDeps, push.changedHere);
  const rezone = makeRezone(actDeps, push.changedHere);
  const languages = languagesOf(config, host);
  const clockOf = noticingZones(makePersonClockOf({ ...host, people: store.people }), (personId, zone) =>
    background.run(rezone(personId, zone)),
  );
  const { accountOf } = host;
  const settingsOfPeople = makeManageSettings({
    ...{ store: store.todos, people: store.people, accountOf, clockOf, now },
  });
  const { program: settings } = config;
  const opened = openProgram({
    settings,
    personSettings: settingsOfPeople,
    acts,
    store: store.todos,
    now,
    clockOf,
    push,
    mayRun: programMayRun,
  });
  const { lists } = opened;
  const program = countCommands(opened.program, metrics);
  const presses: PressDeps = {
    ...{ acts, program, programLists: lists, languages, metrics, logger, now },
    ...{ signer: store.signer, outbox: store.outbox, clockOf, settings: settingsOfPeople },
    siteUrl: host.recipients.siteUrl,
    ...{ findBotPost: host.findBotPost, openForm: host.openForm, pressUrl: host.pressUrl },
  };
  return {
    identify: host.identify,
    acts,
    program,
    programLists: lists,
    outbox: store.outbox,
    bot: host.bot,
    findPost: host.findPost,
    answerChannelMessage: makeAnswerChannelMessage({
      program,
      programLists: lists,
      deliveries: makeDeliveries(store.todos, now),
      languages,
      accountOf: host.accountOf,
      webhookList: config.webhookList,
      triggerWords: config.triggerWords,
      now,
    }),
    isTypedBy: async (triggerId, userId) => (await host.isTypedBy?.(triggerId, userId)) ?? false,
    answerPress: makeAnswerPress(presses),
    answerForm: makeAnswerForm(presses),
    languages,
    personSettings: settingsOfPeople,
    clockOf,
    readDates: makeReadDates({ clockOf, now }),
    readiness: makeReadiness(store, host.mattermostState, now),
    metrics,
    events: push.handler,
    escapeMentions,
    background,
    settings: {
      ...(config.mattermost.botToken !== undefined && { botToken: config.mattermost.botToken }),
      webhookTokens: config.mattermost.webhookTokens,
      commandTokens: config.mattermost.commandTokens,
      webhookList: config.webhookList,
      mattermostUrl: config.mattermost.url,
      requestsPerMinute: config.http.requestsPerMinute,
      ...requestSettings(config, host),
      integrationsApart: host.integrationsApart === true,
      takesSessions: host.takesSessions === true,
    },
    logger,
    now,
  };
}
