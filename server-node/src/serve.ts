import { hookToken } from './callers/hook-token.ts';
import { makeAnswerCommand, type AnswerCommand } from './commands/make-answer-command.ts';
import type { ServerConfig } from './config.ts';
import type { Host } from './host.ts';
import { makeChangesMadeHere } from './http/events/changes-made-here.ts';
import type { HttpDeps } from './http/http-deps.ts';
import { makeApp } from './http/make-app.ts';
import { makeLookAtClocks } from './jobs/look-at-clocks.ts';
import { makeHttpDeps } from './make-http-deps.ts';
import { makeObserve } from './make-observe.ts';
import { catchUpChannels } from './messages/catch-up-channels.ts';
import type { Hears } from './messages/hears.ts';
import { inOrder } from './messages/in-order.ts';
import { makeAnswerMention } from './messages/make-answer-mention.ts';
import { makeHearReactions } from './messages/make-hear-reactions.ts';
import { makeCorrectLine } from './messages/make-correct-line.ts';
import { makeAnswerMessage } from './messages/make-answer-message.ts';
import { untilCaughtUp, type CaughtUpDeps } from './messages/until-caught-up.ts';
import type { Door } from './open-door.ts';
import { makeDeliveries } from './program/make-deliveries.ts';
import type { AddRelease, ServerDeps, SignedStore } from './server-deps.ts';
import { makeBackground } from './shared/background.ts';
import { makeGoOn } from './living-posts/go-on.ts';
import { makeForgetPost } from './todos/forget-post.ts';
import { makeNewId } from './todos/new-id.ts';

/** How commands and messages are answered that do not come by HTTP. */
export interface Serving {
  answerCommand: AnswerCommand;
  hears: Hears;
}

/** Answers requests, commands and messages, and tells browsers, until it is stopped. */
export function serve(
  config: ServerConfig,
  host: Host,
  store: SignedStore,
  deps: ServerDeps,
  door: Door,
  onStop: AddRelease,
): Serving {
  const background = makeBackground((error) => deps.logger.error({ err: error }, 'A late answer was lost.'));
  onStop(() => background.idle());
  const madeHere = makeChangesMadeHere();
  const push = host.openPush({ ...store.todos, made: madeHere.of });
  onStop(store.todos.onChange((change) => push.changed(change)));
  const serves = makeHttpDeps(config, host, store, deps, { push, madeHere }, background);
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
  const { now } = deps;
  const actDeps = { store: store.todos, now, newId: makeNewId(now), onWritten: madeHere.note };
  const toTheEnd = waitedFor(background);
  const answering = {
    ...serves,
    deliveries: makeDeliveries(store.todos, deps.now),
    channelStateFor: host.channelStateFor,
    botName: () => serves.bot()?.username,
    triggerWords: config.triggerWords,
  };
  const reactions = makeHearReactions({
    ...{ ...answering, store: store.todos, outbox: store.outbox },
    ...{ people: store.people, accountOf: host.accountOf, recipients: host.recipients },
  });
  const hears = inOrder({
    reacted: toTheEnd(reactions.reacted),
    unreacted: toTheEnd(reactions.unreacted),
    message: toTheEnd(makeAnswerMessage(answering)),
    mention: toTheEnd(makeAnswerMention(answering)),
    returned: toTheEnd(makeGoOn(actDeps)),
    deleted: toTheEnd(makeForgetPost(actDeps, push.changedHere)),
    edited: toTheEnd(makeCorrectLine({ ...answering, store: store.todos, outbox: store.outbox })),
  });
  let looking = new AbortController();
  const hearing = host.hearMessages?.(hears, store.madeAt, () => {
    looking.abort();
    looking = new AbortController();
    const { signal } = looking;
    background.run(catchUp(config, host, serves, { notBefore: store.madeAt, signal }));
  });
  onStop(() => {
    looking.abort();
    hearing?.stop();
  });
  return { answerCommand: toTheEnd(makeAnswerCommand(serves)), hears };
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
