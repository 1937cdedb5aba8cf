import type { Names } from '../callers/names-of.ts';
import { choicesOfRequests, choicesOfSent } from '../program/answers/choices-of-requests.ts';
import { howToAnswer, rowReceived, rowSent } from '../program/answers/request-rows.ts';
import { inRows, MOST_ROWS, rowBesideTitle } from '../program/answers/rows.ts';
import type { Texts } from '../program/texts/texts.ts';
import type { Known } from '../reminders/known-people.ts';
import type { Choices } from '../replies/choices.ts';
import type { EpochMs } from '../shared/time.ts';
import type { Todo, TodoId } from '../todos/todo.ts';
import { rowEnded, type EndedRequest } from './ended-request.ts';

export interface ToldTo extends Pick<Known, 'personId' | 'zone' | 'texts'> {
  names: Names;
  now: EpochMs;
}

export interface Message {
  text: string;
  choices: Choices;
}

interface Asked {
  /** From then on the message is not kept true, and nothing can be pressed below it. */
  until: EpochMs;
  /** What of it was asked again. */
  again: ReadonlySet<TodoId>;
  /** What of it does not wait any more. */
  ended?: readonly EndedRequest[];
}

/** What somebody was asked, in one message, with what can be answered below it. */
export function requestsMessage(
  todos: readonly Todo[],
  { personId, zone, texts, names, now }: ToldTo,
  { until, again, ended = [] }: Asked,
): Message {
  const rows = todos.map((todo) => {
    const row = rowReceived(texts, todo, { at: now, zone }, names);
    return again.has(todo.id) ? `${row} · ${texts.people.askedAgain}` : row;
  });
  const endedRows = ended.map((one) => rowEnded(texts, one, names));
  const choices = { ...choicesOfRequests(texts, personId, todos), until };
  if (rows.length === 0) return { text: titled(texts, texts.people.asks(ended.length), endedRows), choices };
  const text = `${titled(texts, texts.people.asks(todos.length), rows)}\n${howToAnswer(texts, todos)}`;
  const others = inRows(endedRows.slice(0, MOST_ROWS), texts.list.more, ended.length);
  return { text: ended.length === 0 ? text : `${text}\n\n${others}`, choices };
}

/** What became of what somebody asked of others, in one message. */
export function outcomesMessage(
  todos: readonly Todo[],
  { personId, zone, texts, names, now }: ToldTo,
): Message {
  const rows = todos.map((todo) => rowSent(texts, todo, { at: now, zone }, names));
  const text = titled(texts, texts.people.answers(todos.length), rows);
  const among = todos.slice(0, MOST_ROWS).map(({ id }) => id);
  return { text, choices: choicesOfSent(texts, personId, todos, names, among) };
}

const titled = ({ change, list }: Texts, title: string, rows: readonly string[]): string =>
  rows.length === 1
    ? change.oneRow(title, rowBesideTitle(rows[0] ?? ''))
    : change.rows(title, inRows(rows.slice(0, MOST_ROWS), list.more, rows.length));
