import type { Deliveries } from '../program/ports.ts';
import { errorInWords } from '../program/texts/in-words.ts';
import type { Texts } from '../program/texts/texts.ts';
import type { ReplyDraft } from '../replies/reply.ts';
import { AppError } from '../shared/app-error.ts';
import type { PostId } from '../shared/ids.ts';
import type { Logger } from '../shared/logger.ts';

/** What a person is told of a message that could not be carried out; the log is told, too, when it was nobody's doing. */
export function explainMessage(
  { logger }: { logger: Logger },
  texts: Texts,
  postId: PostId,
  error: unknown,
): string {
  if (error instanceof AppError && error.code !== 'store_unavailable') return errorInWords(texts, error);
  logger.error({ err: error, postId }, 'A message to the bot was not carried out.');
  return texts.notes.messageFailed(postId);
}

export interface GiveUpDeps {
  deliveries: Pick<Deliveries, 'claim' | 'reply'>;
  logger: Logger;
}

/** A message that is left undone. */
export interface GivenUp {
  postId: PostId;
  /** Under which it would have been carried out. */
  key: string;
  drafts: readonly ReplyDraft[];
  /** The drafts are sent once for all messages with the same; left out: for each. */
  once?: string;
}

/** What was said to be left undone must not be done after all when it is heard of again. */
export async function giveUp({ deliveries, logger }: GiveUpDeps, given: GivenUp): Promise<void> {
  const { postId, key, drafts, once } = given;
  try {
    await deliveries.claim(key);
    await deliveries.reply(drafts, once);
  } catch (error) {
    logger.error({ err: error, postId }, 'A message to the bot was left without an answer.');
  }
}
