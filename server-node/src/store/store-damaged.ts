import { AppError } from '../shared/app-error.ts';

const LONGEST = 300;

/** @param saw what the database says of itself, for the operator who reads the log; put into one line */
export function storeDamaged(saw: string, cause?: unknown): AppError {
  const line = saw.replaceAll(/\s+/g, ' ').trim().slice(0, LONGEST);
  return new AppError(
    'store_damaged',
    'The to-do store is damaged. An administrator must restore a backup of it.',
    { cause: cause ?? new Error(line), details: { saw: line } },
  );
}
