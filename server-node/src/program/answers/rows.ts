import { MAX_TEXT_LENGTH, type Todo } from '../../todos/todo.ts';
import { oneRow } from '../grammar/one-row.ts';

/** A post of Mattermost holds 16,383 characters, and an answer up to two lots of rows; the rest is headroom. */
const LONGEST_ROWS = 6_000;

/** Enough for a screen or two; the rest is counted. */
export const MOST_ROWS = 50;

/** In code points. */
const LONGEST_ROW_TEXT = 250;

/**
 * `**12** Buy milk`: never `12.`, which Markdown would count anew. One line, so that no row breaks the next. What is in
 * the list of somebody else has no number to its reader: `**·** Buy milk`.
 */
export const rowOf = (todo: Pick<Todo, 'number' | 'text'>): string => numbered(todo, LONGEST_ROW_TEXT);

/** A row beside a title needs no dot in the place of a number: `Sent to @bob: Review the plan`. */
export const rowBesideTitle = (row: string): string => row.replace(/^\*\*·\*\* /u, '');

/** With all of its text. */
export const wholeRowOf = (todo: Pick<Todo, 'number' | 'text'>): string => numbered(todo, MAX_TEXT_LENGTH);

const numbered = ({ number, text }: Pick<Todo, 'number' | 'text'>, longest: number): string =>
  `**${number === 0 ? '·' : number}** ${oneRow(text, longest)}`;

/**
 * Rows below one another, as many as an answer holds. Without bullets, which would stand between the eye and the
 * number; each begins with a number in bold, so that no row can be a heading, a list or a table of Markdown.
 *
 * @param more says how many are left out
 * @param total how many there are in all, when `rows` are only the first of them
 */
export function inRows(
  rows: readonly string[],
  more: (count: number) => string,
  total = rows.length,
): string {
  const shown = fittingRows(rows);
  return (shown.length < total ? [...shown, more(total - shown.length)] : shown).join('\n');
}

/** The first of them, as many as an answer holds. */
export function fittingRows(rows: readonly string[]): string[] {
  let length = 0;
  const end = rows.findIndex((row) => {
    length += row.length + 1;
    return length > LONGEST_ROWS;
  });
  return rows.slice(0, end === -1 ? rows.length : end);
}
