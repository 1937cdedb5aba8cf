import { makeColleagues } from './callers/colleagues.ts';
import { noticingZones } from './callers/notice-zones.ts';
import { makePersonClockOf } from './callers/person-clock.ts';
import type { ServerConfig } from './config.ts';
import type { Host, Push } from './host.ts';
import type { ChangesMadeHere } from './http/events/changes-made-here.ts';
import type { HttpDeps } from './http/http-deps.ts';
import { keepTrueOf, showsOf } from './keep-true-of.ts';
import { languagesOf } from './languages-of.ts';
import { makePostList } from './living-posts/post-list.ts';
import { makePressedPosts } from './living-posts/pressed-posts.ts';
import { makeAnswerChannelMessage } from './messages/make-answer-channel-message.ts';
import { countCommands } from './metrics/count-commands.ts';
import { openProgram } from './open-program.ts';
import { makeManageSettings } from './person-settings/manage-settings.ts';
import { makeAnswerForm } from './presses/make-answer-form.ts';
import { makeAnswerPress } from './presses/make-answer-press.ts';
import type { PressDeps } from './presses/ports.ts';
import { signingPoster } from './presses/sign-replies.ts';
import { makeStoreMark } from './presses/store-mark.ts';
import { makeDeliveries } from './program/make-deliveries.ts';
import { makeReadDates } from './program/said/read-text.ts';
import { makeReadiness } from './readiness.ts';
import { escapeMentions } from './replies/escape-mentions.ts';
import type { ServerDeps, SignedStore } from './server-deps.ts';
import { makeActs } from './todos/make-acts.ts';
import { makeNewId } from './todos/new-id.ts';
import { makeRezone } from './todos/rezone.ts';

/** What also holds while there is no store yet. */
export const requestSettings = ({ http }: ServerConfig, { mattermostLogsRequests }: Host) => ({
  trustedProxies: http.trustedProxies,
  logsRequests: mattermostLogsRequests !== true,
});

/** The whole outside world of the HTTP layer, put together. */
export function makeHttpDeps(
  config: ServerConfig,
  host: Host,
  store: SignedStore,
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
  const colleagues = makeColleagues({ ...host, settings: store.people, now });
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
    colleagues,
    recipients: host.recipients,
    push,
    postList: makePostList({
      ...{ store: store.todos, newId: makeNewId(now), now, postingRightOf: host.postingRightOf },
      ...{ livingPosts: store.livingPosts, enterFor: host.enterFor },
      keepTrue: keepTrueOf(config, host, store, { now, logger }),
    }),
    mayRun: programMayRun,
  });
  const { lists } = opened;
  const program = countCommands(opened.program, metrics);
  const presses: PressDeps = {
    ...{ acts, program, programLists: lists, languages, metrics, logger, now },
    ...{ signer: store.signer, outbox: store.outbox, clockOf, settings: settingsOfPeople },
    ...{ accountOf, colleagues, recipients: host.recipients, livingPosts: store.livingPosts },
    ...{ findBotPost: host.findBotPost, openForm: host.openForm, pressUrl: host.pressUrl },
    pressedPosts: makePressedPosts({
      ...{ store: store.todos, livingPosts: store.livingPosts, now, logger },
      poster: signingPoster(host.poster, store.signer),
      shows: showsOf(config, host, store, now),
    }),
  };
  return {
    identify: host.identify,
    acts,
    colleagues,
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
    storeMark: makeStoreMark(store.signer),
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
