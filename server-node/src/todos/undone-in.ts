import type { HistoryLine, Undone } from './ports.ts';

/** What it is that somebody takes back, by the lines of that change; undefined when they are forgotten. */
export function undoneIn(lines: readonly HistoryLine[]): Undone | undefined {
  const [first] = lines;
  const isOfNotes = ({ act, before }: HistoryLine) =>
    act === 'edit' && 'notes' in before && !('text' in before) && !('due' in before);
  return first !== undefined && lines.every(isOfNotes) ? 'notes' : first?.act;
}
