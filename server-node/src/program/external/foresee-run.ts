import type { Foresee } from '../answers/explain-answer.ts';
import type { Listing } from './list-rows.ts';
import type { Asked, PrepareChange } from './prepare-change.ts';
import { rowOf } from './row-of.ts';

/** What would be handed to the program, without handing it over; what it would make of it only the program knows. */
export function foreseeRun(
  prepareChange: PrepareChange,
  listRows: () => Promise<Listing>,
  asked: Asked,
): Foresee {
  return async (command) => {
    const { refs } = await prepareChange(asked, command);
    const rows = refs.length === 0 ? [] : (await listRows()).rows;
    const hits = refs.map((ref) => rows.find((row) => row.ref === ref) ?? { ref, text: '' });
    return { changed: hits.map((row) => ({ ref: row.ref, row: rowOf(row).trim() })), same: [] };
  };
}
