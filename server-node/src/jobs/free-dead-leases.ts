import { SECOND_MS } from '../shared/time.ts';
import type { LeaseHolder } from './lease-holder.ts';

/** Something that `holder` is about to do. `until` moves on while it lives. */
interface Lease<Id> {
  id: Id;
  holder: string;
  until: number;
}

/** Where leases are, of replies or of whatever else is begun by one and must not be lost. */
export interface Leased<Id> {
  leases(): Promise<Lease<Id>[]>;
  free(lease: Lease<Id>): Promise<void>;
}

export interface FreeDeadLeasesDeps<Id> {
  leased: Leased<Id>;
  holder: LeaseHolder;
  /** In milliseconds from any beginning; goes on evenly when the clock is set. */
  monotonic: () => number;
}

/** A living holder moves its leases on several times in that long. */
export const DEAD_AFTER_MS = 10 * SECOND_MS;

/**
 * Frees what dead processes had begun. One of this machine is known to be dead at once, another one when its
 * lease stands still for {@link DEAD_AFTER_MS} under our eyes. No clock is compared with another one, nor with what it
 * was before.
 *
 * @returns a look, given what is under way here; to be repeated every second or so
 */
export function makeFreeDeadLeases<Id>({ leased, holder, monotonic }: FreeDeadLeasesDeps<Id>) {
  const seen = new Map<Id, { mark: string; sinceMs: number }>();

  function standsStill({ id, holder: name, until }: Lease<Id>): boolean {
    const mark = `${name} ${until}`;
    const known = seen.get(id);
    if (known?.mark !== mark) seen.set(id, { mark, sinceMs: monotonic() });
    return known?.mark === mark && monotonic() - known.sinceMs >= DEAD_AFTER_MS;
  }

  return async (underWay: { has(id: Id): boolean }): Promise<void> => {
    const leases = (await leased.leases()).filter(({ id }) => !underWay.has(id));
    for (const lease of leases) {
      if (holder.isGone(lease.holder) || standsStill(lease)) await leased.free(lease);
    }
    const held = new Set(leases.map(({ id }) => id));
    for (const id of seen.keys()) if (!held.has(id)) seen.delete(id);
  };
}
