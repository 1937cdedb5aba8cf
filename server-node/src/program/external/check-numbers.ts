import { AppError } from '../../shared/app-error.ts';
import type { SelectingVerb } from '../grammar/verbs.ts';
import { refusedCommand } from '../refused.ts';
import { numbersMovedInEnglish } from '../texts/en.ts';
import type { ProgramRow } from './match-rows.ts';
import { rowOf } from './row-of.ts';
import { saysTheSame } from './shown-rows.ts';

interface NumberCheck {
  verb: SelectingVerb;
  /** What the numbers name now. */
  rows: readonly ProgramRow[];
  /** What a number named when it was shown; undefined when it was not. */
  textShown: (ref: string) => string | undefined;
  onShown: (rows: readonly ProgramRow[]) => void;
}

/**
 * A number that by now names another row than the one shown is refused, with the row that it names. What was deleted
 * does not come back, so that a number which was never shown is not deleted either. Asking again does it.
 *
 * @throws {AppError} version_conflict
 */
export function checkNumbers({ verb, rows, textShown, onShown }: NumberCheck): void {
  const moved = rows.filter((row) => {
    const shown = textShown(row.ref);
    return shown === undefined ? verb === 'delete' : !saysTheSame(row, shown);
  });
  if (moved.length === 0) return;
  onShown(moved);
  const facts = { kind: 'numbers_moved', rows: moved.map(rowOf) } as const;
  throw new AppError('version_conflict', numbersMovedInEnglish(facts), { details: refusedCommand(facts) });
}
