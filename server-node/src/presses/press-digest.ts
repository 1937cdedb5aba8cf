import { seenBy } from '../callers/list-access.ts';
import { openTodo } from '../callers/open-todo.ts';
import { digestMessage } from '../digest/digest-message.ts';
import { PACES } from '../digest/paces.ts';
import { dueFor } from '../digest/send-digests.ts';
import { digestPostKey } from '../living-posts/living-post.ts';
import type { PressAct } from '../replies/press-act.ts';
import { personList } from '../todos/list.ts';
import { placesFor } from './places-for.ts';
import type { PressDeps } from './ports.ts';
import type { Press, Pressed } from './press.ts';

/** Ticks one that an overview shows, and shows the overview as it is now. */
export async function pressTickDigest(
  deps: PressDeps,
  press: Press,
  { todoId }: Extract<PressAct, { kind: 'tick_digest' }>,
): Promise<Pressed> {
  const { acts } = deps;
  const { caller, requestKey } = press;
  const todo = await openTodo(acts, caller, ['see', 'done'], todoId);
  await acts.complete({ actorId: caller.userId, listId: todo.listId, requestKey }, { ids: [todo.id] });
  return shownAsItIs(deps, press);
}

/** Changes how often overviews come, or ends them. */
export async function pressDigestPace(
  deps: PressDeps,
  press: Press,
  { pace }: Extract<PressAct, { kind: 'digest_pace' }>,
): Promise<Pressed> {
  const { settings } = deps;
  const { caller, texts } = press;
  const { digest } = (await settings.of(caller.userId)).inEffect;
  const days = pace === 'off' ? digest.days : [...PACES[pace]];
  await settings.change(caller.userId, { digest: { ...digest, on: pace !== 'off', days } });
  const { turnedOff, paceSet, paces } = texts.digest;
  const at = texts.when.time(digest.at);
  const note = pace === 'off' ? turnedOff : paceSet(paces[pace], at);
  return { ...(await shownAsItIs(deps, press)), note };
}

/** The newest one is kept true anyway: to rewrite it here as well could undo what others change at the same moment. */
async function shownAsItIs(
  deps: PressDeps,
  press: Press,
): Promise<Extract<Pressed, { kind: 'rewrite' | 'rewrites_itself' }>> {
  const newest = await deps.livingPosts.find(digestPostKey(press.caller.userId));
  return newest !== undefined && newest.replyId === press.replyId
    ? { kind: 'rewrites_itself' }
    : rewritten(deps, press);
}

async function rewritten(
  { acts, settings, now, recipients }: PressDeps,
  { caller, texts }: Press,
): Promise<Extract<Pressed, { kind: 'rewrite' }>> {
  const personId = caller.userId;
  const { zone, digest } = (await settings.of(personId)).inEffect;
  const todos = await seenBy(caller, await dueFor(acts, { personId, zone }, now()), 'now');
  const { openCount } = await acts.list(personList(personId));
  const place = await placesFor(recipients, personId, todos);
  const shown = { texts, personId, zone, now: now(), ...place };
  return { kind: 'rewrite', ...digestMessage({ todos, openCount, digest }, shown) };
}
