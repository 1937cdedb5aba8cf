import { inTime } from './in-time.ts';

/** Nobody waits longer for what an answer can do without. */
const PATIENCE_MS = 500;

/** @returns undefined for what fails or takes too long; what is asked goes on, and may be remembered by whom it asks */
export function knownInTime<T>(asked: Promise<T>): Promise<T | undefined> {
  return inTime(
    asked.catch(() => undefined),
    PATIENCE_MS,
    () => undefined,
  );
}
