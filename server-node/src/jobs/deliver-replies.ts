import type { Outbox } from '../replies/ports.ts';
import type { Reply, ReplyId } from '../replies/reply.ts';
import { MINUTE_MS, SECOND_MS } from '../shared/time.ts';
import { makeFreeDeadLeases } from './free-dead-leases.ts';
import { keepLeases } from './keep-leases.ts';
import { makeLeaseHolder, type LeaseHolder } from './lease-holder.ts';
import { makeDeliverReply, type DeliverReplyDeps } from './deliver-reply.ts';

export interface DeliverRepliesDeps extends DeliverReplyDeps {
  outbox: Outbox;
  /** How often to look for what is due for another try, and for what another process wrote. */
  lookEveryMs?: number;
  holder?: LeaseHolder;
  /** In milliseconds from any beginning; goes on evenly when the clock is set. */
  monotonic?: () => number;
}

/** For processes of an earlier version, to which only the time says that a lease has ended. */
const LEASE_MS = 2 * MINUTE_MS;
/** Replies under way at once, each of another thread. */
const AT_ONCE = 8;
const LOOK_EVERY_MS = SECOND_MS;

export interface ReplyDelivery {
  start(): void;
  /** Takes no more replies; resolves when those under way are done. */
  stop(): Promise<void>;
}

/** Sends what is in the outbox: at once when something is added, in order per thread, until Mattermost has it. */
export function makeReplyDelivery(deps: DeliverRepliesDeps): ReplyDelivery {
  const { outbox, now, logger, lookEveryMs = LOOK_EVERY_MS } = deps;
  const { holder = makeLeaseHolder(), monotonic = () => performance.now() } = deps;
  const deliver = makeDeliverReply({ ...deps, holder: holder.name });
  const freeDeadLeases = makeFreeDeadLeases({ leased: outbox, holder, monotonic });
  let leases: ReturnType<typeof keepLeases> | undefined;
  let freedAt = -Infinity;
  const underWay = new Map<ReplyId, Promise<void>>();
  let running = false;
  let paused = false;
  let looking: Promise<void> | undefined;
  let lookAgain = false;
  let timer: NodeJS.Timeout | undefined;
  let unlisten: (() => void) | undefined;

  function wake(): void {
    if (!running || paused) {
      return;
    }
    if (looking !== undefined) {
      lookAgain = true;
      return;
    }
    lookAgain = false;
    clearTimeout(timer);
    looking = takeWhatIsDue().finally(() => {
      looking = undefined;
      return lookAgain ? wake() : sleep();
    });
  }

  function sleep(): void {
    if (running && !paused) {
      timer = setTimeout(wake, lookEveryMs);
    }
  }

  async function takeWhatIsDue(): Promise<void> {
    const free = AT_ONCE - underWay.size;
    if (free <= 0) {
      return;
    }
    try {
      await freeNowAndThen();
      const takenAt = monotonic();
      const taken = await outbox.take(now(), LEASE_MS, free, holder.name);
      taken.forEach((reply) => begin(reply, takenAt));
    } catch (error) {
      logger.error({ err: error }, 'the outbox could not be read');
    }
  }

  async function freeNowAndThen(): Promise<void> {
    if (monotonic() - freedAt < lookEveryMs) {
      return;
    }
    freedAt = monotonic();
    await freeDeadLeases(underWay);
  }

  function begin(reply: Reply, takenAt: number): void {
    if (underWay.has(reply.id)) {
      return;
    }
    leases?.keep(reply.id, takenAt);
    underWay.set(
      reply.id,
      finish(reply).finally(() => {
        underWay.delete(reply.id);
        leases?.letGo(reply.id);
        wake();
      }),
    );
  }

  async function finish(reply: Reply): Promise<void> {
    try {
      pause(await deliver(reply, () => leases?.isSure(reply.id) ?? false));
    } catch (error) {
      logger.error({ err: error, replyId: reply.id }, 'the outbox could not be told about a reply');
    }
  }

  function pause(forMs: number): void {
    if (forMs <= 0 || paused) {
      return;
    }
    paused = true;
    clearTimeout(timer);
    timer = setTimeout(() => {
      paused = false;
      wake();
    }, forMs);
  }

  return {
    start() {
      running = true;
      leases = keepLeases({ ...deps, holder, monotonic, leaseMs: LEASE_MS });
      unlisten = outbox.onAdded(wake);
      wake();
    },
    async stop() {
      running = false;
      unlisten?.();
      clearTimeout(timer);
      await looking;
      await Promise.all(underWay.values());
      leases?.stop();
    },
  };
}
