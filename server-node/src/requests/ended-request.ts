import type { Names } from '../callers/names-of.ts';
import { oneRow } from '../program/grammar/one-row.ts';
import { nameIn } from '../program/answers/request-rows.ts';
import { rowOf } from '../program/answers/rows.ts';
import type { Texts } from '../program/texts/texts.ts';
import type { UserId } from '../shared/ids.ts';
import { personList } from '../todos/list.ts';
import type { WentAway } from '../todos/ports.ts';
import { MAX_REASON_LENGTH, type Todo } from '../todos/todo.ts';
import { outcomeOf, type Outcome } from './request-wake-ups.ts';

/** What somebody was asked and that waits for no answer any more. */
export interface EndedRequest {
  todo: Pick<Todo, 'number' | 'text' | 'creatorId' | 'requestReason'>;
  fate: Outcome | 'takenBack' | 'notThere' | { sentOnTo: UserId };
}

/**
 * As whoever was asked may know it: what is in their list no more has the words in which they were asked, and no number.
 *
 * @param text in which they were asked
 * @param away where it went from their list
 */
export function endedRequest(
  personId: UserId,
  todo: Todo,
  { text, away }: { text: string; away: WentAway | undefined },
): EndedRequest {
  if (todo.listId === personList(personId) && todo.state !== 'deleted')
    return { todo, fate: outcomeOf(todo) ?? 'accepted' };
  const { creatorId } = todo;
  const lost = { number: 0, text, creatorId, requestReason: '' };
  if (away === undefined || todo.listId === personList(personId)) return { todo: lost, fate: 'notThere' };
  return { todo: lost, fate: away.isBack ? 'takenBack' : { sentOnTo: away.toId } };
}

/** `**·** Review the plan · from @ann · taken back`. */
export function rowEnded(texts: Texts, { todo, fate }: EndedRequest, names: Names): string {
  const from = texts.people.from(nameIn(texts, names, todo.creatorId));
  return [rowOf(todo), from, fateInWords(texts, { todo, fate }, names)].join(' · ');
}

function fateInWords(texts: Texts, { todo, fate }: EndedRequest, names: Names): string {
  const { people } = texts;
  if (typeof fate === 'object') return people.sentOn(nameIn(texts, names, fate.sentOnTo));
  if (fate === 'takenBack' || fate === 'notThere') return people[fate];
  const reason = fate === 'declined' ? oneRow(todo.requestReason, MAX_REASON_LENGTH) : '';
  return reason === '' ? people.states[fate] : `${people.states[fate]}: ${reason}`;
}
