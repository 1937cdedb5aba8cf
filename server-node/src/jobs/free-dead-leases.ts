import type { Lease, Outbox } from '../replies/ports.ts';
import type { ReplyId } from '../replies/reply.ts';
import { SECOND_MS } from '../shared/time.ts';
import type { LeaseHolder } from './lease-holder.ts';

export interface FreeDeadLeasesDeps {
  outbox: Pick<Outbox, 'leases' | 'free'>;
  holder: LeaseHolder;
  /** In milliseconds from any beginning; goes on evenly when the clock is set. */
  monotonic: () => number;
}

/** A living holder moves its leases on several times in that long. */
export const DEAD_AFTER_MS = 10 * SECOND_MS;

/**
 * Frees what dead processes had begun to send. One of this machine is known to be dead at once, another one when its
 * lease stands still for {@link DEAD_AFTER_MS} under our eyes. No clock is compared with another one, nor with what it
 * was before.
 *
 * @returns a look, given what is under way here; to be repeated every second or so
 */
export function makeFreeDeadLeases({ outbox, holder, monotonic }: FreeDeadLeasesDeps) {
  const seen = new Map<ReplyId, { mark: string; sinceMs: number }>();

  function standsStill({ id, holder: name, until }: Lease): boolean {
    const mark = `${name} ${until}`;
    const known = seen.get(id);
    if (known?.mark !== mark) seen.set(id, { mark, sinceMs: monotonic() });
    return known?.mark === mark && monotonic() - known.sinceMs >= DEAD_AFTER_MS;
  }

  return async (underWay: { has(id: ReplyId): boolean }): Promise<void> => {
    const leases = (await outbox.leases()).filter(({ id }) => !underWay.has(id));
    for (const lease of leases) {
      if (holder.isGone(lease.holder) || standsStill(lease)) await outbox.free(lease);
    }
    const held = new Set(leases.map(({ id }) => id));
    for (const id of seen.keys()) if (!held.has(id)) seen.delete(id);
  };
}
