import { inTime } from '../../shared/in-time.ts';
import type { Logger } from '../../shared/logger.ts';
import { SECOND_MS } from '../../shared/time.ts';

/** A server that has just died may never answer a goodbye; nothing that was committed hangs on it. */
const GOODBYE_MS = 5 * SECOND_MS;

/** Closes connections, and leaves those behind that do not close in time. */
export async function closeOrLeaveBehind(
  close: () => Promise<void> | undefined,
  logger: Logger,
): Promise<void> {
  await inTime(Promise.resolve(close()), GOODBYE_MS, () =>
    logger.warn({}, 'A connection to PostgreSQL did not close in time and was left behind.'),
  );
}
