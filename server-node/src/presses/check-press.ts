import type { Texts } from '../program/texts/texts.ts';
import type { PressAct } from '../replies/press-act.ts';
import type { BotPost } from '../replies/ports.ts';
import type { Signed } from '../replies/pressable.ts';
import type { UserId } from '../shared/ids.ts';
import type { EpochMs } from '../shared/time.ts';
import { readSentence, type Below, type Sentence } from './sentence.ts';
import type { Signer } from './signer.ts';

export interface PressedThing {
  signed: Signed;
  /** Which option of a select; of a button undefined. */
  option: number | undefined;
  userId: UserId;
  /** Undefined when the post is not the bot's, or the bot may not read it any more. */
  post: BotPost | undefined;
}

/** Why a press does nothing, by the text that says so. */
export type RefusedPress = Exclude<keyof Texts['press'], 'labels' | 'addForm' | 'editForm' | 'changedSince'>;

/**
 * What a press may do. Everybody can write a post whose buttons lead here, and copy what a button says: so the sentence
 * has to be ours, and the post that holds it the one it was made for.
 */
export async function checkPress(
  signer: Signer,
  { signed, option, userId, post }: PressedThing,
  now: EpochMs,
): Promise<{ act: PressAct } | { refused: RefusedPress }> {
  const said = await readSentence(signer, signed);
  if (said === 'newer') return { refused: 'newer' };
  if (said === undefined) return { refused: 'notOurs' };
  if (post === undefined) return { refused: 'notSeen' };
  if (!isBelow(said.below, post)) return { refused: 'notOurs' };
  if (said.onlyFor !== undefined && said.onlyFor !== userId) return { refused: 'notForYou' };
  if (now > said.until) return { refused: 'tooOld' };
  const act = actOf(said, option);
  return act === undefined ? { refused: 'notOurs' } : { act };
}

const isBelow = (below: Below, { postId, replyId }: BotPost): boolean =>
  'post' in below ? below.post === postId : below.reply === replyId;

/** Mattermost does not look whether an option is one of those that were offered. */
const actOf = ({ acts }: Sentence, option = 0): PressAct | undefined => acts[option];
