import { oneRow } from '../grammar/one-row.ts';
import type { ProgramRow } from './match-rows.ts';

/** In code points. */
const LONGEST_ROW_TEXT = 250;

/** As the rows of our own lists look. */
export const rowOf = ({ ref, text }: Pick<ProgramRow, 'ref' | 'text'>): string =>
  `**${ref}** ${oneRow(text, LONGEST_ROW_TEXT)}`;
