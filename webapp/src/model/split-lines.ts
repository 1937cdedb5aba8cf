export {
  firstLineAsText,
  firstSentenceAsText,
  type TextAndNotes,
} from '@todo-node/server/contract/text-and-notes';

const LIST_MARK = /^\s*(?:[-*+•]\s+(?:\[[ xX]?\]\s+)?|\d{1,3}[.)]\s+)/;

/** A to-do a line, without the marks of a list; empty lines are none. */
export function linesAsTexts(written: string): string[] {
  return written
    .split(/\r\n?|\n/)
    .map((line) => line.replace(LIST_MARK, '').trim())
    .filter((line) => line !== '');
}
