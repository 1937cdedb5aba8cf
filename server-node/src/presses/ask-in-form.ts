import { HOUR_MS } from '../shared/time.ts';
import type { PressRequest } from './make-answer-press.ts';
import type { PressDeps } from './ports.ts';
import type { Pressed } from './press.ts';

/** A form that stood open longer is asked for anew. */
const FILLED_IN_MS = HOUR_MS;

/** @throws {AppError} invalid_input when whoever pressed waited too long; mattermost_unavailable */
export async function askInForm(
  { signer, openForm, now }: Pick<PressDeps, 'signer' | 'openForm' | 'now'>,
  { caller, postId, triggerId }: Pick<PressRequest, 'caller' | 'postId' | 'triggerId'>,
  { form, act }: Extract<Pressed, { kind: 'form' }>,
): Promise<void> {
  const state = { act, postId, userId: caller.userId, until: now() + FILLED_IN_MS };
  await openForm(triggerId, form, JSON.stringify(await signer.sign('form', state)));
}
