import PQueue from 'p-queue';
import { AppError } from '../shared/app-error.ts';
import type { Logger } from '../shared/logger.ts';
import { SECOND_MS, type Clock, type EpochMs } from '../shared/time.ts';
import type { Prepared, WakeUpHandler } from '../wake-ups/handler.ts';
import type { TakenWakeUp, WakeUpKey } from '../wake-ups/wake-up.ts';
import type { Kept, KeepTrue } from './keep-true.ts';
import { livingWakeUp, type LivingPostKey } from './living-post.ts';

export interface KeepPostsTrueDeps {
  keepTrue: KeepTrue;
  now: Clock;
  logger: Logger;
}

/** Edits under way at once, each of another post. */
const AT_ONCE = 8;
const RETRY_MS = 3 * SECOND_MS;

const keyOf = ({ about }: TakenWakeUp): LivingPostKey => about as LivingPostKey;

/**
 * Living posts are edited before their wake-ups end: one that is changed meanwhile is due anew, and a killed process
 * leaves the wake-up to another one. An edit that comes twice changes nothing.
 */
export function makeKeepPostsTrue(deps: KeepPostsTrueDeps): WakeUpHandler {
  return {
    async prepare(wakeUps): Promise<Prepared> {
      const kept = await keepAll(deps, wakeUps);
      const later = new Map<WakeUpKey, EpochMs>();
      for (const [key, one] of kept) if (one.kind === 'later') later.set(key, one.at);
      return {
        later,
        async handOver(writer, ones) {
          const next = ones.flatMap((wakeUp) => {
            const one = kept.get(wakeUp.key);
            const until = one?.kind === 'true' || one?.kind === 'refused' ? one.until : undefined;
            return until === undefined ? [] : [livingWakeUp(keyOf(wakeUp), until)];
          });
          await writer.wakeUps.schedule(next);
          return [];
        },
      };
    },
  };
}

/** While Mattermost does not answer, no more of them are tried. @throws {AppError} when the store is away */
async function keepAll(
  { keepTrue, now, logger }: KeepPostsTrueDeps,
  wakeUps: readonly TakenWakeUp[],
): Promise<Map<WakeUpKey, Kept>> {
  const kept = new Map<WakeUpKey, Kept>();
  let awayUntil: EpochMs | undefined;
  const keepOne = async (wakeUp: TakenWakeUp): Promise<void> => {
    if (awayUntil !== undefined) {
      kept.set(wakeUp.key, { kind: 'later', at: awayUntil, isAway: true });
      return;
    }
    const one = await keepTrue(keyOf(wakeUp), wakeUp.attempts).catch((error: unknown) => tryAgain(error));
    if (one.kind === 'later' && one.isAway) awayUntil = one.at;
    kept.set(wakeUp.key, one);
  };
  const tryAgain = (error: unknown): Kept => {
    const isAway = error instanceof AppError;
    if (isAway && error.code !== 'mattermost_unavailable') throw error;
    if (!isAway) logger.error({ err: error }, 'a living post failed; it is tried again');
    return { kind: 'later', at: now() + RETRY_MS, isAway };
  };
  const queue = new PQueue({ concurrency: AT_ONCE });
  await Promise.all(wakeUps.map((wakeUp) => queue.add(() => keepOne(wakeUp))));
  return kept;
}
