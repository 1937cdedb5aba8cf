import type { ChannelStateFor } from '../callers/channel-state-for.ts';
import type { FindPost } from '../callers/written-post.ts';
import type { Deliveries, ProgramLists, RunRequest, TodoProgram } from '../program/ports.ts';
import { isHelp } from '../program/is-help.ts';
import type { Languages } from '../program/texts/languages.ts';
import type { Locale } from '../program/texts/locale.ts';
import { textsIn } from '../program/texts/texts-in.ts';
import type { Texts } from '../program/texts/texts.ts';
import { throughOutages } from '../program/through-outages.ts';
import { replyIdOf } from '../replies/reply-id.ts';
import type { Logger } from '../shared/logger.ts';
import { isMattermostAway } from '../shared/mattermost-away.ts';
import { makeQueueOfEach } from '../shared/queue-of-each.ts';
import { retry } from '../shared/retry.ts';
import { SECOND_MS, type Clock } from '../shared/time.ts';
import { channelList } from '../todos/list.ts';
import { confirmation, inThread, marked } from './confirmation.ts';
import { makeFlood } from './flood.ts';
import { explainMessage, giveUp } from './give-up.ts';
import { lineOfMention } from './line-of.ts';
import { keyOfMention, type AnswerMention, type Mention } from './mention.ts';
import { smallTalkIn } from './small-talk.ts';
import { meansThread, rootAsTodo } from './thread-root.ts';

export interface AnswerMentionDeps {
  program: TodoProgram;
  programLists: ProgramLists | null;
  deliveries: Pick<Deliveries, 'claim' | 'reply'>;
  languages: Pick<Languages, 'ofAll'>;
  channelStateFor: ChannelStateFor;
  findPost: FindPost;
  /** The name under which people call the bot; undefined until Mattermost was asked. */
  botName: () => string | undefined;
  /** Of outgoing webhooks. */
  triggerWords: readonly string[];
  now: Clock;
  logger: Logger;
}

/** Nobody waits longer for an answer. */
const PATIENCE_MS = 25 * SECOND_MS;

/**
 * Runs what people write to the bot in a channel on the list of the channel, with their own rights: of each person one
 * after the other, as written.
 */
export function makeAnswerMention(deps: AnswerMentionDeps): AnswerMention {
  const flood = makeFlood();
  const queueOf = makeQueueOfEach<string>(1);
  return async (mention) => {
    const tooMany = flood.over(mention);
    if (tooMany === undefined) return queueOf(mention.userId).add(() => answer(deps, mention));
    const texts = textsIn(await deps.languages.ofAll(), leadOf(deps));
    await leave(deps, mention, texts.notes.tooFast, tooMany);
  };
}

async function answer(deps: AnswerMentionDeps, mention: Mention): Promise<void> {
  const locale = await deps.languages.ofAll();
  const texts = textsIn(locale, leadOf(deps));
  try {
    // Who has left meanwhile is not answered, and in an archived channel nobody can be.
    if ((await stateFor(deps, mention)) !== 'open') return;
    await throughOutages(deps, () => respond(deps, mention, locale, texts));
  } catch (error) {
    await leave(deps, mention, explainMessage(deps, texts, mention.postId, error));
  }
}

const stateFor = ({ channelStateFor, now }: AnswerMentionDeps, { userId, channelId }: Mention) =>
  retry({ patienceMs: PATIENCE_MS, now, mayPass: isMattermostAway }, () =>
    channelStateFor(userId, channelId),
  );

async function respond(
  deps: AnswerMentionDeps,
  mention: Mention,
  locale: Locale,
  texts: Texts,
): Promise<void> {
  const line = lineOfMention(mention.text, deps.botName() ?? '') ?? mention.text;
  const say = (text: string) => ({ target: inThread(placeOf(mention)), text });
  const reply = (draft: ReturnType<typeof say>) => deps.deliveries.reply([draft], keyOf(deps, mention));
  if (meansThread(line)) {
    const asWritten = await rootAsTodo(deps.findPost, mention);
    return asWritten === undefined
      ? reply(say(texts.notes.whatThisIs))
      : run(deps, mention, locale, { input: { asWritten } });
  }
  switch (isHelp(line) ? undefined : smallTalkIn(line)) {
    case 'greeting':
      return reply(say(texts.notes.greeting));
    case 'thanks':
      return reply(marked(placeOf(mention), 'slightly_smiling_face', texts.notes.youAreWelcome));
    case 'question':
      return run(deps, mention, locale, {
        input: { line: 'help' },
        replies: ({ text }) => [say(`${text}\n\n${texts.notes.keepAsTodo(line)}`)],
      });
    default:
      return run(deps, mention, locale, { input: { line } });
  }
}

async function run(
  deps: AnswerMentionDeps,
  mention: Mention,
  locale: Locale,
  request: Pick<RunRequest, 'input' | 'replies'>,
): Promise<void> {
  const { userId, channelId, postId, rootId } = mention;
  const requestKey = keyOf(deps, mention);
  await deps.program.run({
    replies: (answer) => [{ id: replyIdOf(requestKey), ...confirmation(placeOf(mention), answer) }],
    ...request,
    surface: 'channel',
    actorId: userId,
    listId: channelList(channelId),
    source: { postId: rootId === '' ? postId : rootId, channelId },
    requestKey,
    lead: leadOf(deps),
    locale,
  });
}

const leave = (deps: AnswerMentionDeps, mention: Mention, text: string, once?: string): Promise<void> =>
  giveUp(deps, {
    postId: mention.postId,
    key: keyOf(deps, mention),
    drafts: [{ target: inThread(placeOf(mention)), text }],
    ...(once !== undefined && { once }),
  });

const placeOf = ({ channelId, postId: triggerPostId }: Mention) => ({ channelId, triggerPostId });

const leadOf = ({ botName }: AnswerMentionDeps): string => `@${botName() ?? 'todo'} `;

const keyOf = ({ triggerWords }: AnswerMentionDeps, mention: Mention): string =>
  keyOfMention(mention, triggerWords);
