import { doublingMs } from '../shared/doubling-ms.ts';
import { MINUTE_MS, SECOND_MS } from '../shared/time.ts';
import type { TodoStore } from '../todos/ports.ts';
import type { WakeUps } from '../wake-ups/ports.ts';
import type { TakenWakeUp } from '../wake-ups/wake-up.ts';
import { makeFreeDeadLeases } from './free-dead-leases.ts';
import { makeHandOver, type HandOverDeps } from './hand-over.ts';
import { makeLeaseHolder, type LeaseHolder } from './lease-holder.ts';

export interface FireWakeUpsDeps extends Omit<HandOverDeps, 'holder' | 'store' | 'wakeUps'> {
  store: Pick<TodoStore, 'transaction' | 'onChange'>;
  wakeUps: WakeUps;
  holder?: LeaseHolder;
  /** In milliseconds from any beginning; goes on evenly when the clock is set. */
  monotonic?: () => number;
}

/** Taken at once; on SQLite, which works inside this process, a few milliseconds. */
const LIMIT = 2_000;
/** As many are gathered before the first is handed over, so that one person's late ones are one message. */
const MOST_GATHERED = 20_000;
/** Sooner than any timer when a clock was set, a process died, or somebody else scheduled something. */
const LOOK_EVERY_MS = 5 * SECOND_MS;
/** Changes that come together are looked at together. */
const AFTER_CHANGE_MS = 100;
const RENEW_EVERY_MS = 2 * SECOND_MS;
/** A clock that is corrected a little is not one that was set back. */
const SET_BACK_MS = SECOND_MS;
const FIRST_PAUSE_MS = SECOND_MS;
const LAST_PAUSE_MS = MINUTE_MS / 4;

export interface WakeUpJob {
  start(): void;
  /** Takes no more; resolves when those under way are handed over. */
  stop(): Promise<void>;
}

/**
 * Sleeps until the next wake-up is due, and hands over what is due then. Nothing but the index is asked, and a change
 * by any process is heard of.
 */
export function makeWakeUpJob(deps: FireWakeUpsDeps): WakeUpJob {
  const { wakeUps, store, now, logger } = deps;
  const { holder = makeLeaseHolder(), monotonic = () => performance.now() } = deps;
  const handOver = makeHandOver({ ...deps, holder: holder.name });
  const freeDeadLeases = makeFreeDeadLeases({ leased: leasesOf(wakeUps), holder, monotonic });
  let running = false;
  let timer: NodeJS.Timeout | undefined;
  let wakesAt = Infinity;
  let looking: Promise<void> | undefined;
  let lookAgain = false;
  let freedAt = -Infinity;
  let failures = 0;
  let unlisten: (() => void) | undefined;
  let clockLead = Infinity;

  function sleep(forMs: number): void {
    if (!running || looking !== undefined || monotonic() + forMs >= wakesAt) return;
    clearTimeout(timer);
    wakesAt = monotonic() + forMs;
    timer = setTimeout(wake, forMs);
  }

  function wake(): void {
    wakesAt = Infinity;
    if (!running || looking !== undefined) return;
    lookAgain = false;
    looking = look()
      .catch(failed)
      .then((forMs) => {
        looking = undefined;
        sleep(lookAgain && failures === 0 ? Math.min(AFTER_CHANGE_MS, forMs) : forMs);
      });
  }

  function changed(): void {
    lookAgain = true;
    if (failures === 0) sleep(AFTER_CHANGE_MS);
  }

  /** @returns how long there is nothing to do */
  async function look(): Promise<number> {
    await minded();
    const taken = await takeAll();
    if (taken.length > 0) await handedOver(taken);
    failures = 0;
    if (taken.length > 0) return 0;
    const nextAt = await wakeUps.nextAt();
    return nextAt === null ? LOOK_EVERY_MS : Math.min(LOOK_EVERY_MS, Math.max(0, nextAt - now()));
  }

  /** What was put off by a clock that has been set back, and what the dead left behind. */
  async function minded(): Promise<void> {
    const lead = now() - monotonic();
    if (clockLead - lead > SET_BACK_MS) await wakeUps.recall(now());
    clockLead = lead;
    if (monotonic() - freedAt < LOOK_EVERY_MS) return;
    freedAt = monotonic();
    await freeDeadLeases({ has: () => false });
  }

  async function takeAll(): Promise<TakenWakeUp[]> {
    const taken: TakenWakeUp[] = [];
    for (;;) {
      const some = await wakeUps.take(now(), LIMIT, holder.name);
      taken.push(...some);
      if (some.length < LIMIT || taken.length >= MOST_GATHERED) return taken;
    }
  }

  async function handedOver(taken: readonly TakenWakeUp[]): Promise<void> {
    const renewing = setInterval(
      () => void wakeUps.renew(holder.name).catch(() => undefined),
      RENEW_EVERY_MS,
    );
    try {
      await handOver(taken);
    } catch (error) {
      // Others may have more luck. Where the store is away too, these are seen to be left behind in the end.
      await wakeUps.giveBack(holder.name).catch(() => undefined);
      throw error;
    } finally {
      clearInterval(renewing);
    }
  }

  function failed(error: unknown): number {
    const waitMs = doublingMs(failures, FIRST_PAUSE_MS, LAST_PAUSE_MS);
    failures += 1;
    logger.warn({ err: error, waitMs }, 'what is due could not be handed over; it is tried again');
    return waitMs;
  }

  return {
    start() {
      running = true;
      unlisten = store.onChange(changed);
      wake();
    },
    async stop() {
      running = false;
      unlisten?.();
      clearTimeout(timer);
      await looking;
      clearTimeout(timer);
    },
  };
}

/** All that a holder has lives and dies together. */
const leasesOf = ({ held, free }: Pick<WakeUps, 'held' | 'free'>) => ({
  leases: async () => (await held()).map(({ holder, mark }) => ({ id: holder, holder, until: mark })),
  free: ({ holder, until }: { holder: string; until: number }) => free({ holder, mark: until }),
});
