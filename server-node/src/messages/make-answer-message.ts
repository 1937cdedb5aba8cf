import type { Deliveries, ProgramLists, TodoProgram } from '../program/ports.ts';
import type { Languages } from '../program/texts/languages.ts';
import type { Locale } from '../program/texts/locale.ts';
import { textsIn } from '../program/texts/texts-in.ts';
import { throughOutages } from '../program/through-outages.ts';
import { isHelp } from '../program/is-help.ts';
import { replyIdOf } from '../replies/reply-id.ts';
import type { ReplyTarget } from '../replies/reply.ts';
import type { PostId, UserId } from '../shared/ids.ts';
import type { Logger } from '../shared/logger.ts';
import { makeQueueOfEach } from '../shared/queue-of-each.ts';
import type { Clock } from '../shared/time.ts';
import { personList } from '../todos/list.ts';
import { cutAddress } from './cut-address.ts';
import type { AnswerMessage, DirectMessage } from './direct-message.ts';
import { explainMessage, giveUp } from './give-up.ts';
import { smallTalkIn, type SmallTalk } from './small-talk.ts';

export interface AnswerMessageDeps {
  program: TodoProgram;
  programLists: ProgramLists | null;
  deliveries: Deliveries;
  languages: Pick<Languages, 'ofPerson'>;
  /** The name under which people call the bot; undefined until Mattermost was asked. */
  botName: () => string | undefined;
  triggerWords: readonly string[];
  now: Clock;
  logger: Logger;
}

/** So many messages of one person wait at most. More are not read, and the person is told so once. */
const MOST_WAITING = 20;

/** Runs what people write to the bot on their own lists: of each person one message after the other, as written. */
export function makeAnswerMessage(deps: AnswerMessageDeps): AnswerMessage {
  const told = new Set<UserId>();
  const queueOf = makeQueueOfEach<UserId>(1, (userId) => told.delete(userId));

  return async (message) => {
    const { userId } = message;
    const queue = queueOf(userId);
    if (queue.size < MOST_WAITING) return queue.add(() => answer(deps, message));
    const isTold = told.has(userId);
    told.add(userId);
    const { tooFast } = textsIn(await deps.languages.ofPerson(userId)).notes;
    await leave(deps, message, isTold ? [] : [tooFast]);
  };
}

async function answer(deps: AnswerMessageDeps, message: DirectMessage): Promise<void> {
  const locale = await deps.languages.ofPerson(message.userId);
  const line = cutAddress(message.text, deps.triggerWords, deps.botName());
  const talk = isHelp(line) ? undefined : smallTalkIn(line);
  const respond = talk === undefined ? runLine : RESPONSES[talk];
  try {
    await throughOutages(deps, () => respond(deps, message, line, locale));
  } catch (error) {
    await leave(deps, message, [explainMessage(deps, textsIn(locale), message.postId, error)]);
  }
}

type Respond = (
  deps: AnswerMessageDeps,
  message: DirectMessage,
  line: string,
  locale: Locale,
) => Promise<void>;

const RESPONSES: Readonly<Record<SmallTalk, Respond>> = {
  async greeting({ deliveries }, message, _line, locale) {
    const { welcome, greeting } = textsIn(locale).notes;
    const target = replyTarget(message);
    await deliveries.replyOnce([{ target, text: welcome }], welcomeKey(message.userId), {
      otherwise: [{ target, text: greeting }],
      delivery: keyOfMessage(message.postId),
    });
  },
  async thanks(deps, message, _line, locale) {
    const text = textsIn(locale).notes.youAreWelcome;
    await deps.deliveries.reply([{ target: replyTarget(message), text }], keyOfMessage(message.postId));
    await welcomeOnce(deps, message, locale);
  },
  async question(deps, message, line, locale) {
    const { keepAsTodo } = textsIn(locale).notes;
    await runOn(deps, message, 'help', locale, (answer) => `${answer}\n\n${keepAsTodo(line)}`);
    await needNoWelcome(deps, message);
  },
};

const runLine: Respond = async (deps, message, line, locale) => {
  await runOn(deps, message, line, locale, (answer) => answer);
  await (isHelp(line) ? needNoWelcome(deps, message) : welcomeOnce(deps, message, locale));
};

async function runOn(
  { program }: AnswerMessageDeps,
  message: DirectMessage,
  line: string,
  locale: Locale,
  inWords: (answer: string) => string,
): Promise<void> {
  const { userId } = message;
  const requestKey = keyOfMessage(message.postId);
  await program.run({
    input: { line },
    surface: 'message',
    actorId: userId,
    listId: personList(userId),
    requestKey,
    locale,
    page: {},
    replies: ({ text, choices }) => [
      { id: replyIdOf(requestKey), target: replyTarget(message), text: inWords(text), choices },
    ],
  });
}

async function welcomeOnce(
  { deliveries }: AnswerMessageDeps,
  message: DirectMessage,
  locale: Locale,
): Promise<void> {
  const text = textsIn(locale).notes.welcome;
  await deliveries.replyOnce([{ target: replyTarget(message), text }], welcomeKey(message.userId));
}

/** Help has said all that a welcome could. */
const needNoWelcome = ({ deliveries }: AnswerMessageDeps, { userId }: DirectMessage): Promise<void> =>
  deliveries.replyOnce([], welcomeKey(userId));

const leave = (deps: AnswerMessageDeps, message: DirectMessage, texts: readonly string[]): Promise<void> =>
  giveUp(deps, {
    postId: message.postId,
    key: keyOfMessage(message.postId),
    drafts: texts.map((text) => ({ target: replyTarget(message), text })),
  });

export const keyOfMessage = (postId: PostId) => `message:${postId}`;
const welcomeKey = (userId: UserId) => `welcome:${userId}`;

function replyTarget({ isInThread, channelId, postId, userId }: DirectMessage): ReplyTarget {
  return isInThread ? { kind: 'thread', channelId, triggerPostId: postId } : { kind: 'direct', userId };
}
