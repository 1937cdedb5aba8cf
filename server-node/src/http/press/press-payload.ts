import { z } from 'zod';
import type { PostId, UserId } from '../../shared/ids.ts';
import { mattermostId } from '../mattermost-id.ts';

/** What Mattermost tells of a press, as far as we use it. */
export const pressPayload = z.object({
  user_id: mattermostId<UserId>(),
  post_id: mattermostId<PostId>(),
  trigger_id: z.string().max(2_000).default(''),
  /** What the button was given when it was made, by whomever. */
  context: z.unknown(),
});

/** What our own buttons were given. */
export const ourContext = z.object({
  sentence: z.string().max(100_000),
  signature: z.string().max(100),
  /** Of a select; left out when nothing is chosen. */
  selected_option: z
    .string()
    .regex(/^\d{1,3}$/)
    .transform(Number)
    .optional(),
});

/** What Mattermost hands over of a dialog. A field left empty may be null; a number or a tick is no text of ours. */
export const formPayload = z.object({
  user_id: mattermostId<UserId>(),
  state: z.string().max(100_000).default(''),
  submission: z.record(z.string().max(300), z.unknown()).nullish(),
  cancelled: z.boolean().default(false),
});

/** The fields as text. */
export function valuesOf(submission: Readonly<Record<string, unknown>> | null | undefined) {
  const texts = Object.entries(submission ?? {}).flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[name, value]] : [],
  );
  return Object.fromEntries(texts);
}
