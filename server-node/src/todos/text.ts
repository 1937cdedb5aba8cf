import { AppError } from '../shared/app-error.ts';
import { refusedAct } from './refused-act.ts';
import { MAX_NOTES_LENGTH, MAX_REASON_LENGTH, MAX_TEXT_LENGTH } from './todo.ts';

/**
 * C0 and C1 characters but tab and line feed, and DEL: nobody types them, NUL does not fit into PostgreSQL, and others tell
 * a terminal what to do.
 */
const CONTROLS = /[\0-\x08\x0b-\x1f\x7f-\x9f]/g;
const LINE_ENDS = /\r\n?|\x85/g;
/** Spaces and characters without a picture of their own, such as the zero-width ones. */
const NOTHING_VISIBLE = /^[\s\p{Z}\p{C}\u115f\u1160\u2800\u3164]*$/u;

/**
 * The text as it is kept: trimmed, line ends as `\n`, without control characters.
 *
 * @throws {AppError} text_empty, text_too_long
 */
export function cleanText(raw: string): string {
  const text = withoutControls(raw).trim();
  if (NOTHING_VISIBLE.test(text)) {
    throw new AppError('text_empty', 'A to-do needs a text. Write what is to be done.', {
      details: refusedAct({ kind: 'text_empty' }),
    });
  }
  return checkedLength(text, MAX_TEXT_LENGTH, 'text', 'Put the rest into its notes.');
}

/** @throws {AppError} text_too_long */
export function cleanNotes(raw: string): string {
  const notes = withoutControls(raw).trim();
  return checkedLength(notes, MAX_NOTES_LENGTH, 'notes', 'Shorten them.');
}

/** Why something was declined. @throws {AppError} text_too_long */
export function cleanReason(raw: string): string {
  const reason = withoutControls(raw).trim();
  return checkedLength(reason, MAX_REASON_LENGTH, 'reason', 'Shorten it.');
}

function withoutControls(raw: string): string {
  return raw.replace(LINE_ENDS, '\n').replace(CONTROLS, '').toWellFormed();
}

function checkedLength(text: string, max: number, part: 'text' | 'notes' | 'reason', advice: string): string {
  const length = lengthInCodePoints(text);
  if (length > max) {
    throw new AppError(
      'text_too_long',
      `The ${part} of a to-do may have ${inWords(max)} characters; got ${inWords(length)}. ${advice}`,
      { details: { max, length, ...refusedAct({ kind: 'text_too_long', part, max, length }) } },
    );
  }
  return text;
}

function lengthInCodePoints(text: string): number {
  let length = 0;
  for (const _character of text) length += 1;
  return length;
}

const inWords = (count: number): string => count.toLocaleString('en-US');
