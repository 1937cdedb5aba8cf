import { namesOf } from '../callers/names-of.ts';
import { choicesOfSent } from '../program/answers/choices-of-requests.ts';
import { PRESSABLE_MS } from '../replies/choices.ts';
import { outcomesMessage } from '../requests/request-messages.ts';
import type { Change } from '../todos/ports.ts';
import { holderOf, type TodoId } from '../todos/todo.ts';
import type { PressDeps } from './ports.ts';
import type { Press, Pressed } from './press.ts';
import { rewritten } from './press-todo.ts';

const MOST_READ = 500;

/**
 * What was changed of what the presser sent, and below it the news of the others in the same message, as they are now.
 *
 * @param among all that the message is about
 */
export async function aboveNews(
  { acts, accountOf, clockOf, now }: Pick<PressDeps, 'acts' | 'accountOf' | 'clockOf' | 'now'>,
  press: Press,
  change: Change,
  among: readonly TodoId[],
): Promise<Pressed> {
  if (among.length < 2) return rewritten(press, change);
  const { caller, texts } = press;
  const personId = caller.userId;
  const sent = await acts.sent({ personId, doneAfter: now() - PRESSABLE_MS, limit: MOST_READ });
  const named = among.flatMap((id) => sent.find((todo) => todo.id === id) ?? []);
  const changed = new Set(change.todos.map(({ id }) => id));
  const others = named.filter(({ id }) => !changed.has(id));
  if (others.length === 0) return rewritten(press, change);
  const [names, { zone }] = await Promise.all([namesOf(accountOf, named.map(holderOf)), clockOf(personId)]);
  const { text } = outcomesMessage(others, { personId, zone, texts, names, now: now() });
  const done = rewritten(press, change, { among: [...among] });
  const { offered } = choicesOfSent(texts, personId, named, names, among);
  return {
    ...done,
    text: `${done.text}\n\n${text}`,
    choices: { ...done.choices, offered: [...done.choices.offered, ...offered] },
  };
}
