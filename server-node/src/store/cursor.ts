import { AppError } from '../shared/app-error.ts';

/** The place of a page's last row: its `order` or `doneAt`, and its number. */
export interface Place {
  at: number;
  number: number;
}

export const BEFORE_FIRST: Place = { at: -1e300, number: 0 };
export const AFTER_LAST: Place = { at: Number.MAX_SAFE_INTEGER, number: 0 };

export function cursorOf({ at, number }: Place): string {
  return Buffer.from(JSON.stringify([at, number])).toString('base64url');
}

/**
 * @param isPlace whether the number fits the column that the page is ordered by
 * @throws {AppError} invalid_input
 */
export function placeOf(cursor: string, isPlace: (at: number) => boolean): Place {
  const [at, number, ...rest] = parsed(cursor);
  if (typeof at !== 'number' || !isPlace(at) || !isNumber(number) || rest.length > 0) throw badCursor();
  return { at, number };
}

function parsed(cursor: string): unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}

/** What fits into the databases' column, so that they need not refuse it. */
const isNumber = (value: unknown): value is number =>
  Number.isInteger(value) && Math.abs(value as number) < 2 ** 31;

function badCursor(): AppError {
  return new AppError('invalid_input', 'Expected a cursor from the page before; got something else.');
}
