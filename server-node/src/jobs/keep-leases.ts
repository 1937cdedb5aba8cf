import type { Outbox } from '../replies/ports.ts';
import type { ReplyId } from '../replies/reply.ts';
import type { Logger } from '../shared/logger.ts';
import { SECOND_MS, type Clock } from '../shared/time.ts';

export interface KeepLeasesDeps {
  outbox: Pick<Outbox, 'renew'>;
  holder: { readonly name: string };
  leaseMs: number;
  now: Clock;
  /** In milliseconds from any beginning; goes on evenly when the clock is set. */
  monotonic: () => number;
  logger: Logger;
}

const RENEW_EVERY_MS = 2 * SECOND_MS;
/** Well before others would take a process for dead: one that was frozen for longer sends nothing more. */
const SURE_FOR_MS = 5 * SECOND_MS;

/** Shows others that the replies under way here are being sent. */
export function keepLeases({ outbox, holder, leaseMs, now, monotonic, logger }: KeepLeasesDeps) {
  const renewedAt = new Map<ReplyId, number>();

  async function renew(id: ReplyId): Promise<void> {
    const askedAt = monotonic();
    try {
      if ((await outbox.renew(id, now() + leaseMs, holder.name)) && renewedAt.has(id))
        renewedAt.set(id, askedAt);
    } catch (error) {
      logger.warn({ err: error, replyId: id }, 'the lease of a reply could not be renewed');
    }
  }

  const timer = setInterval(() => [...renewedAt.keys()].forEach((id) => void renew(id)), RENEW_EVERY_MS);
  return {
    /** @param takenAt by the monotonic clock, before it was taken */
    keep: (id: ReplyId, takenAt: number) => void renewedAt.set(id, takenAt),
    letGo: (id: ReplyId) => void renewedAt.delete(id),
    isSure: (id: ReplyId) => monotonic() - (renewedAt.get(id) ?? -Infinity) < SURE_FOR_MS,
    stop: () => clearInterval(timer),
  };
}
