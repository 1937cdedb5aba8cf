import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { makeManageSettings } from '../person-settings/manage-settings.ts';
import { makeColleagues } from '../callers/colleagues.ts';
import { makePersonClockOf } from '../callers/person-clock.ts';
import { makeBuiltInProgram } from '../program/built-in/make-built-in-program.ts';
import { makeReadDates } from '../program/said/read-text.ts';
import { makeDeliveries } from '../program/make-deliveries.ts';
import type { ProgramLists, TodoProgram } from '../program/ports.ts';
import { makeLanguages, type Language } from '../program/texts/languages.ts';
import { makeMetrics } from '../metrics/make-metrics.ts';
import { makeAnswerChannelMessage } from '../messages/make-answer-channel-message.ts';
import { escapeMentions } from '../replies/escape-mentions.ts';
import type { Outbox } from '../replies/ports.ts';
import type { Reply } from '../replies/reply.ts';
import { makePressedPosts } from '../living-posts/pressed-posts.ts';
import { makeLogger } from '../shared/make-logger.ts';
import { releaseStack } from '../shared/release-stack.ts';
import { openStore } from '../store/open-store.ts';
import { newDatabaseFolder } from '../store/testing/database-folder.ts';
import { makeActs } from '../todos/make-acts.ts';
import { makeNewId } from '../todos/new-id.ts';
import { makeBackground } from '../shared/background.ts';
import { makeEventHub } from '../http/events/event-hub.ts';
import type { HttpDeps, HttpSettings } from '../http/http-deps.ts';
import { listen } from '../http/listen.ts';
import { makeApp } from '../http/make-app.ts';
import { makeAnswerForm } from '../presses/make-answer-form.ts';
import { makeAnswerPress } from '../presses/make-answer-press.ts';
import type { PressDeps } from '../presses/ports.ts';
import { makeSigner } from '../presses/signer.ts';
import { makeStoreMark } from '../presses/store-mark.ts';
import { makeBotPosts } from './bot-posts.ts';
import { makePeople, userId } from './people.ts';

export const WEBHOOK_TOKENS = ['webhooktoken0000000000000a', 'webhooktoken0000000000000b'];
export const COMMAND_TOKENS = ['commandtoken0000000000000a'];

export interface BackendOptions {
  settings?: Partial<HttpSettings>;
  program?: TodoProgram;
  programLists?: ProgramLists;
  isTypedBy?: HttpDeps['isTypedBy'];
  language?: Language;
  siteLocale?: string;
}

/** A listening backend over a real store in a new folder; Mattermost alone is played. */
export async function openBackend(options: BackendOptions = {}) {
  const releases = releaseStack();
  const folder = await newDatabaseFolder('todo-http-');
  releases.add(() => rm(folder, { recursive: true }));
  const log: string[] = [];
  const secrets = [...WEBHOOK_TOKENS, ...COMMAND_TOKENS];
  const logger = makeLogger({ level: 'info', secrets, write: (line) => void log.push(line) });
  const now = Date.now;
  const newId = makeNewId(now);
  const store = await openStore(`sqlite:${join(folder, 'todo.sqlite')}`, { logger, now, newId });
  releases.add(() => store.close());
  const acts = makeActs({ store: store.todos, now, newId });
  const people = makePeople();
  const background = makeBackground((error) => logger.error({ err: error }, 'background'));
  releases.add(() => background.idle());
  const hub = makeEventHub({ reader: store.todos, identify: people.identify, now, logger });
  releases.add(store.todos.onChange(hub.changed));
  const deliveries = makeDeliveries(store.todos, now);
  const clockOf = makePersonClockOf({
    accountOf: people.accountOf,
    people: store.people,
    siteLocale: async () => 'en',
  });
  const manageSettings = makeManageSettings({
    ...{ store: store.todos, people: store.people, accountOf: people.accountOf, clockOf, now },
  });
  const colleagues = makeColleagues({
    ...{ accountOf: people.accountOf, people: people.directory, settings: store.people },
    ...{ recipients: people.recipients, now },
  });
  const program =
    options.program ??
    makeBuiltInProgram({
      ...{ acts, deliveries, clockOf, settings: manageSettings, recipients: people.recipients },
      ...{ colleagues, now },
    });
  const programLists = options.programLists ?? null;
  const languages = makeLanguages({
    language: options.language ?? 'mattermost',
    accountOf: people.accountOf,
    siteLocale: async () => options.siteLocale ?? 'en',
  });
  const metrics = makeMetrics();
  const { findBotPost, openForm, poster, posts, forms, written } = makeBotPosts();
  const signer = makeSigner(() => store.secretOf('press'));
  const presses: PressDeps = {
    ...{ acts, program, programLists, languages, metrics, logger, now, signer, outbox: store.outbox },
    ...{ clockOf, settings: manageSettings, recipients: people.recipients, accountOf: people.accountOf },
    ...{ colleagues, livingPosts: store.livingPosts },
    pressedPosts: makePressedPosts({
      ...{ store: store.todos, livingPosts: store.livingPosts, poster, now, logger },
      shows: { requests: async () => undefined },
    }),
    ...{ findBotPost, openForm, pressUrl: async () => 'https://chat.example.com/plugins/todo-node/press' },
  };
  const http = makeApp({
    identify: people.identify,
    acts,
    colleagues,
    program,
    programLists,
    outbox: store.outbox,
    bot: () => ({ userId: userId('bot'), username: 'todo' }),
    findPost: people.findPost,
    isTypedBy: options.isTypedBy ?? (async () => true),
    answerChannelMessage: makeAnswerChannelMessage({
      program,
      programLists,
      deliveries,
      languages,
      accountOf: people.accountOf,
      webhookList: options.settings?.webhookList ?? 'channel',
      triggerWords: ['todo', 'task'],
      now,
    }),
    answerPress: makeAnswerPress(presses),
    answerForm: makeAnswerForm(presses),
    languages,
    personSettings: manageSettings,
    clockOf,
    readDates: makeReadDates({ clockOf, now }),
    readiness: async () => ({
      ready: true,
      database: 'ok',
      mattermost: 'ok',
      outbox: { waiting: 0, oldestMs: 0 },
    }),
    storeMark: makeStoreMark(signer),
    metrics,
    events: hub.handler,
    escapeMentions,
    background,
    settings: {
      webhookTokens: WEBHOOK_TOKENS,
      commandTokens: COMMAND_TOKENS,
      webhookList: 'channel',
      mattermostUrl: 'http://127.0.0.1:8065',
      trustedProxies: ['loopback'],
      requestsPerMinute: 100_000,
      logsRequests: true,
      integrationsApart: false,
      takesSessions: true,
      ...options.settings,
    },
    logger,
    now,
  });
  const listening = await listen(http.app, '127.0.0.1', 0, 0);
  const { port } = listening.address();
  const apart = http.integrations && (await listen(http.integrations, '127.0.0.1', 0, 0));
  releases.add(() => apart?.stop());
  const stopListening = once(async () => {
    const closed = listening.stop();
    hub.stop();
    await closed;
  });
  releases.add(stopListening);
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    /** Where Mattermost itself posts. */
    integrationsUrl: `http://127.0.0.1:${apart?.address().port ?? port}`,
    people,
    acts,
    store,
    signer,
    personSettings: manageSettings,
    /** What the bot has posted, as Mattermost has it. */
    posts,
    /** Dialogs that were opened. */
    forms,
    /** What was written without the outbox. */
    written,
    metrics,
    hub,
    log,
    stopListening,
    close: () => releases.releaseAll(),
    /** Takes all replies out of the outbox. */
    replies: () => takeAll(store.outbox),
  };
}

export type Backend = Awaited<ReturnType<typeof openBackend>>;

async function takeAll(outbox: Outbox): Promise<Reply[]> {
  const all: Reply[] = [];
  for (;;) {
    const replies = await outbox.take(Date.now() + 1, 60_000, 1_000);
    if (replies.length === 0) return all;
    for (const { id } of replies) await outbox.sent(id, null, Date.now());
    all.push(...replies);
  }
}

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => (done ??= work());
}
