import type { ReplyDraft } from '../replies/reply.ts';
import type { Clock, EpochMs } from '../shared/time.ts';
import type { TodoStore } from '../todos/ports.ts';
import type { Deliveries } from './ports.ts';

/** A claim of this moment is never older than what pruning clears away. */
const NEVER_OLD: EpochMs = Number.MAX_SAFE_INTEGER;

/** Keys and replies in the store of the to-dos, whether or not the to-dos themselves are kept there. */
export function makeDeliveries(store: Pick<TodoStore, 'transaction'>, now: Clock): Deliveries {
  const replyIfNew = (drafts: readonly ReplyDraft[], key: string | undefined, claimedAt: EpochMs) =>
    store.transaction(async (writer) => {
      if (key !== undefined && (await writer.claim(key, null, claimedAt)) !== undefined) return;
      if (drafts.length > 0) await writer.enqueue(drafts, now());
    });
  return {
    claim: (key) => store.transaction(async (writer) => (await writer.claim(key, null, now())) === undefined),
    reply: (drafts, key) => replyIfNew(drafts, key, now()),
    replyOnce: (drafts, key) => replyIfNew(drafts, key, NEVER_OLD),
  };
}
