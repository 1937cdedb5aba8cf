import type { Logger } from '../shared/logger.ts';
import { retry } from '../shared/retry.ts';
import { HOUR_MS, type Clock, type EpochMs } from '../shared/time.ts';

export interface CaughtUpDeps {
  now: Clock;
  logger: Logger;
  /** What is older may have been answered where we know nothing of. */
  notBefore: EpochMs;
  signal: AbortSignal;
}

/** An answer that comes later than this is a surprise. */
const LOOK_BACK_MS = HOUR_MS;

/**
 * Looks back at what was written while nobody listened, again and again while Mattermost or the database is away, for as
 * long as an answer would be none too late. What was done is known by its key, so that looking again does nothing twice.
 *
 * @param look is given from when on to look: always the same, so that nothing grows too old by waiting
 */
export async function untilCaughtUp(
  deps: CaughtUpDeps,
  look: (since: EpochMs) => Promise<void>,
): Promise<void> {
  const { now, logger, notBefore, signal } = deps;
  const since = Math.max(now() - LOOK_BACK_MS, notBefore);
  let failed = false;
  const onFailure = (err: unknown): void => {
    if (!failed)
      logger.warn({ err }, 'What was written to the bot meanwhile could not be read; trying again.');
    failed = true;
  };
  const lookUnlessStopped = async () => (signal.aborted ? undefined : look(since));
  try {
    await retry({ patienceMs: LOOK_BACK_MS, now, signal, mayPass: () => true, onFailure }, lookUnlessStopped);
  } catch (err) {
    logger.warn({ err }, 'What was written to the bot meanwhile was not read.');
  }
}
