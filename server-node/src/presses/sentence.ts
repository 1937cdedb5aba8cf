import { createHash } from 'node:crypto';
import { z } from 'zod';
import { actsOf, PRESSABLE_MS, type Choices } from '../replies/choices.ts';
import type { Pressable, Signed } from '../replies/pressable.ts';
import { pressAct } from '../replies/press-act.ts';
import type { ReplyId } from '../replies/reply.ts';
import type { PostId, UserId } from '../shared/ids.ts';
import { DAY_MS, type EpochMs } from '../shared/time.ts';
import type { Signer } from './signer.ts';

/**
 * The post below which something may be pressed: by the reply that it is, or by its id once that is known. `after`: the
 * press that had the post offer it, so that what is pressed, undone and offered again is another press.
 */
export type Below = { reply: ReplyId } | { post: PostId; after?: string };

/** What a button says when it is pressed. */
export const sentence = z.object({
  /** One for a button; of a select one for each option. */
  acts: z.array(pressAct).min(1),
  onlyFor: z.string().optional(),
  until: z.number(),
  below: z.union([z.object({ reply: z.string() }), z.object({ post: z.string() })]),
});
export type Sentence = Omit<z.output<typeof sentence>, 'onlyFor' | 'below'> & {
  onlyFor?: UserId;
  below: Below;
};

/** @param madeAt of the reply, so that what is sent again says the same, and so does what is written anew that day */
export async function signChoices(
  signer: Signer,
  { offered, onlyFor, until }: Choices,
  below: Below,
  madeAt: EpochMs,
): Promise<Pressable[]> {
  return Promise.all(
    offered.map(async (choice): Promise<Pressable> => {
      const said = { acts: actsOf(choice), onlyFor, until: until ?? endOfDay(madeAt + PRESSABLE_MS), below };
      const signed = await signer.sign('press', said);
      return { choice, id: idOf(signed), signed };
    }),
  );
}

const endOfDay = (at: EpochMs): EpochMs => Math.ceil(at / DAY_MS) * DAY_MS;

/** Long enough that no two of one post are the same. */
const ID_LENGTH = 20;

const idOf = ({ signature }: Signed): string =>
  createHash('sha256').update(signature).digest('hex').slice(0, ID_LENGTH);

/** @returns undefined for what this backend never said; `'newer'` for what only another version of it understands */
export async function readSentence(signer: Signer, signed: Signed): Promise<Sentence | 'newer' | undefined> {
  const said = await signer.read('press', signed);
  if (said === undefined) return undefined;
  const { success, data } = sentence.safeParse(said);
  return success ? (data as Sentence) : 'newer';
}
