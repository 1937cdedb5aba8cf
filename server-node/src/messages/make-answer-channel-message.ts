import type { WrittenPost } from '../callers/written-post.ts';
import type { Deliveries, ProgramLists, TodoProgram } from '../program/ports.ts';
import { cutHere } from '../program/grammar/here.ts';
import { errorInWords } from '../program/texts/in-words.ts';
import type { Languages } from '../program/texts/languages.ts';
import { textsIn } from '../program/texts/texts-in.ts';
import { throughOutages } from '../program/through-outages.ts';
import { AppError } from '../shared/app-error.ts';
import type { Clock } from '../shared/time.ts';
import { listOfMessage, replyTargetOf, type ListChoice } from './channel-list.ts';
import { cutTriggerWord } from './cut-trigger-word.ts';
import { refusalOf } from './refuse-channel-message.ts';

export interface AnswerChannelMessageDeps extends ListChoice {
  program: TodoProgram;
  programLists: ProgramLists | null;
  deliveries: Pick<Deliveries, 'reply'>;
  languages: Pick<Languages, 'ofPerson' | 'ofAll'>;
  /** At least one. */
  triggerWords: readonly string[];
  now: Clock;
}

/**
 * Carries out what a person wrote in a channel to the bot, once however often it is told of, and has it answered.
 *
 * @throws {AppError} forbidden for what is not for the bot; store_unavailable, mattermost_unavailable
 */
export type AnswerChannelMessage = (post: WrittenPost) => Promise<void>;

export function makeAnswerChannelMessage(deps: AnswerChannelMessageDeps): AnswerChannelMessage {
  return async (post) => {
    const refusal = refusalOf(post, { triggerWords: deps.triggerWords, now: deps.now() });
    if (refusal !== undefined) throw new AppError('forbidden', `The message was refused: ${refusal}.`);
    await answer(deps, post);
  };
}

async function answer(given: AnswerChannelMessageDeps, post: WrittenPost): Promise<void> {
  const { languages, triggerWords, deliveries } = given;
  const line = cutTriggerWord(post.text, triggerWords) ?? '';
  const rest = cutHere(line);
  const deps = rest === undefined ? given : { ...given, webhookList: 'channel' as const };
  const target = replyTargetOf(deps, post);
  const locale = await (target.kind === 'direct' ? languages.ofPerson(target.userId) : languages.ofAll());
  const requestKey = `webhook:${post.postId}`;
  try {
    const listId = await listOfMessage(deps, post);
    await throughOutages(deps, () =>
      deps.program.run({
        input: { line: rest ?? line },
        surface: 'channel',
        actorId: post.userId,
        listId,
        source: { postId: post.postId, channelId: post.channelId },
        requestKey,
        lead: target.kind === 'thread' ? `${triggerWords[0]} ` : undefined,
        locale,
        replies: ({ text }) => [{ target, text }],
      }),
    );
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'list_forbidden') throw error;
    await deliveries.reply([{ target, text: errorInWords(textsIn(locale), error) }], requestKey);
  }
}
