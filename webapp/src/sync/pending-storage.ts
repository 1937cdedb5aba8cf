import { isRecord, isText } from '../api/guards.ts';
import type { Pending } from '../model/state.ts';

/** A change that was kept for longer is not sent any more: nobody expects it then. */
const KEEP_MS = 14 * 24 * 3_600_000;
const KINDS = new Set([
  'add',
  'edit',
  'time',
  'move',
  'assign',
  'request',
  'state',
  'delete',
  'undo',
  'program',
]);

/**
 * Keeps unconfirmed changes over a reload, one entry a change, so that two windows never overwrite each
 * other's. Whoever finds an entry sends it; its request id keeps it from being done twice.
 */
export function makePendingStorage(storage: Storage | null, userId: string, now: () => number) {
  const prefix = `todo-node:unsent:${userId}:`;
  const keys = () => Object.keys(storage ?? {}).filter((key) => key.startsWith(prefix));

  return {
    load(): Pending[] {
      return keys()
        .flatMap((key) => parse(storage?.getItem(key) ?? ''))
        .filter((one) => now() - one.at < KEEP_MS)
        .sort((a, b) => a.at - b.at);
    },
    /** Makes the stored entries of this window equal to its outbox; others' entries are left alone. */
    save(before: readonly Pending[], after: readonly Pending[]): void {
      try {
        const left = new Set(after.map((one) => one.requestId));
        for (const one of before) if (!left.has(one.requestId)) storage?.removeItem(prefix + one.requestId);
        const known = new Set(before);
        for (const one of after)
          if (!known.has(one)) storage?.setItem(prefix + one.requestId, JSON.stringify(one));
      } catch {
        // Storage may be full or forbidden: the changes are still kept in memory.
      }
    },
  };
}

export type PendingStorage = ReturnType<typeof makePendingStorage>;

function parse(text: string): Pending[] {
  try {
    const value: unknown = JSON.parse(text);
    return isPending(value) ? [value] : [];
  } catch {
    return [];
  }
}

function isPending(value: unknown): value is Pending {
  return (
    isRecord(value) &&
    KINDS.has(String(value['kind'])) &&
    isText(value['requestId']) &&
    isText(value['listId']) &&
    typeof value['at'] === 'number'
  );
}
