import type { Outbox } from '../replies/ports.ts';
import type { Reply, ReplyId } from '../replies/reply.ts';
import { MINUTE_MS, SECOND_MS } from '../shared/time.ts';
import { makeDeliverReply, type DeliverReplyDeps } from './deliver-reply.ts';

export interface DeliverRepliesDeps extends DeliverReplyDeps {
  outbox: Outbox;
  /** How often to look for what is due for another try, and for what another process wrote. */
  lookEveryMs?: number;
}

/** Longer than all calls of one try may take together; after a crash the reply is free again that much later. */
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
  const deliver = makeDeliverReply(deps);
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
      (await outbox.take(now(), LEASE_MS, free)).forEach(begin);
    } catch (error) {
      logger.error({ err: error }, 'the outbox could not be read');
    }
  }

  function begin(reply: Reply): void {
    if (underWay.has(reply.id)) {
      return;
    }
    underWay.set(
      reply.id,
      finish(reply).finally(() => {
        underWay.delete(reply.id);
        wake();
      }),
    );
  }

  async function finish(reply: Reply): Promise<void> {
    try {
      pause(await deliver(reply));
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
      unlisten = outbox.onAdded(wake);
      wake();
    },
    async stop() {
      running = false;
      unlisten?.();
      clearTimeout(timer);
      await looking;
      await Promise.all(underWay.values());
    },
  };
}
