import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Caller } from '../callers/ports.ts';
import { throughOutages } from '../program/through-outages.ts';
import type { PostId } from '../shared/ids.ts';
import { answering } from './answering.ts';
import { formState } from './form-act.ts';
import type { PressDeps } from './ports.ts';
import type { Press } from './press.ts';
import { runForm, type Filled } from './run-form.ts';
import type { RefusedPress } from './check-press.ts';

/** What somebody filled in; who did is proved, all else could be made up by a client. */
export interface FormRequest {
  caller: Caller;
  state: string;
  values: Readonly<Record<string, string>>;
  requestId: string;
}

/** In words of Mattermost. Empty: the dialog closes. */
export interface FormAnswer {
  /** By field. */
  errors?: Readonly<Record<string, string>>;
  error?: string;
}

/** Never fails: failures are told in the dialog, which stays open with what was filled in. */
export type AnswerForm = (request: FormRequest) => Promise<FormAnswer>;

export const makeAnswerForm = (deps: PressDeps): AnswerForm =>
  answering(deps, {
    keyOf,
    answer: (request, press) => answer(deps, request, press),
    told: (text) => ({ error: text }),
  });

async function answer(deps: PressDeps, request: FormRequest, press: Press): Promise<FormAnswer> {
  const checked = await checkState(deps, request);
  if (typeof checked === 'string') {
    deps.metrics.press({ act: 'unknown', outcome: 'refused' });
    return { error: press.texts.press[checked] };
  }
  const { act, postId } = checked;
  const post = act.kind === 'decline' ? await deps.findBotPost(postId as PostId) : undefined;
  const { pressed: filled, until } = await throughOutages(deps, () =>
    deps.pressedPosts.during(
      post?.replyId,
      () => runForm(deps, press, act, request.values),
      (one) =>
        one.kind === 'rewrite'
          ? { postId: postId as PostId, text: one.text, choices: one.choices }
          : 'nothing',
    ),
  );
  deps.metrics.press({ act: `form_${act.kind}`, outcome: isTaken(filled) ? 'ok' : 'refused' });
  const isKept = until !== undefined;
  return answerOf(deps, { postId: postId as PostId, isKept }, filled);
}

const isTaken = ({ kind }: Filled): boolean => kind === 'rewrite' || kind === 'told';

/** A dialog cannot rewrite the post below which it was asked for, so the outbox does, unless it is kept true. */
async function answerOf(
  deps: PressDeps,
  { postId, isKept }: { postId: PostId; isKept: boolean },
  filled: Filled,
): Promise<FormAnswer> {
  if (filled.kind === 'errors') return { errors: filled.errors };
  if (filled.kind === 'told' || (filled.kind === 'rewrite' && isKept)) return {};
  if (filled.kind === 'note') return { error: filled.text };
  const { text, choices } = filled;
  await deps.outbox.add([{ target: { kind: 'edit', postId }, text, choices }]);
  return {};
}

const signed = z.object({ sentence: z.string(), signature: z.string() });

async function checkState({ signer, now }: PressDeps, { caller, state }: FormRequest) {
  const said = signed.safeParse(jsonOf(state));
  const read = said.success ? await signer.read('form', said.data) : undefined;
  if (read === undefined) return 'notOurs' satisfies RefusedPress;
  const { success, data } = formState.safeParse(read);
  if (!success) return 'newer' satisfies RefusedPress;
  if (data.userId !== caller.userId) return 'notForYou' satisfies RefusedPress;
  return now() > data.until ? ('tooOld' satisfies RefusedPress) : data;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** The same form with the same words, sent twice, is done once; with other words it is another one. */
function keyOf({ caller, state, values }: FormRequest): string {
  const what = createHash('sha256')
    .update(JSON.stringify([state, Object.entries(values)]))
    .digest('base64url');
  return `form:${caller.userId}:${what}`;
}
