import type { Clock } from '../shared/time.ts';
import type { TodoStore } from '../todos/ports.ts';
import type { Deliveries } from './ports.ts';

/** Keys and replies in the store of the to-dos, whether or not the to-dos themselves are kept there. */
export function makeDeliveries(store: Pick<TodoStore, 'transaction'>, now: Clock): Deliveries {
  return {
    claim: (key) => store.transaction(async (writer) => (await writer.claim(key, null, now())) === undefined),
    reply: (drafts, key) =>
      store.transaction(async (writer) => {
        if (key !== undefined && (await writer.claim(key, null, now())) !== undefined) return;
        if (drafts.length > 0) await writer.enqueue(drafts, now());
      }),
  };
}
