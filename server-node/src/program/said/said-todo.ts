import type { Account } from '../../callers/account.ts';
import type { Span } from '../../dates/facts.ts';
import { cutName, spanOfName } from '../grammar/names.ts';
import { namedIn, type NamingColleagues, type NamingPlace } from './named.ts';
import type { ReadDates, ReadText } from './read-text.ts';

/** What the text of a new to-do says. */
export interface SaidTodo {
  /** The text without the date and the name, and when it is due; the name is the last of the `spans`. */
  read: ReadText;
  /** Who is to do it. */
  assignee?: Account;
}

export interface SaidTodoDeps {
  readDates: ReadDates;
  colleagues: NamingColleagues;
}

/**
 * Reads who is to do something and when. A name counts at the very beginning or end of the text, or of what is left
 * without the date: `Buy bread @bob tomorrow`.
 *
 * @throws {AppError} mattermost_unavailable
 */
export async function saidTodo(
  { readDates, colleagues }: SaidTodoDeps,
  place: NamingPlace,
  text: string,
): Promise<SaidTodo> {
  const { text: unnamed, assignee, name } = await namedIn(colleagues, place, text);
  const read = await readDates(place.actorId, unnamed);
  if (assignee !== undefined && name !== undefined) {
    const by = name.isFirst ? text.lastIndexOf(unnamed) : text.indexOf(unnamed);
    const spans = read.spans.map(({ from, to }) => ({ from: from + by, to: to + by }));
    return { read: { ...read, spans: [...spans, spanOfName(text, name)] }, assignee };
  }
  if (read.due === null) return { read };
  const left = await namedIn(colleagues, place, read.text);
  if (left.assignee === undefined || left.name === undefined) return { read };
  const spans = [...read.spans, spanOfName(withBlanks(text, read.spans), left.name)];
  const readings = read.readings?.map((one) => ({ ...one, text: cutName(one.text)?.rest ?? one.text }));
  return {
    read: { ...read, text: left.text, spans, ...(readings && { readings }) },
    assignee: left.assignee,
  };
}

/** Of the same length. */
const withBlanks = (text: string, spans: readonly Span[]): string =>
  spans.reduce(
    (rest, { from, to }) => `${rest.slice(0, from)}${' '.repeat(to - from)}${rest.slice(to)}`,
    text,
  );
