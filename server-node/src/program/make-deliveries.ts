import type { Clock, EpochMs } from '../shared/time.ts';
import type { TodoStore, TodoWriter } from '../todos/ports.ts';
import type { Deliveries } from './ports.ts';

/** A claim of this moment is never older than what pruning clears away. */
const NEVER_OLD: EpochMs = Number.MAX_SAFE_INTEGER;

/** Keys and replies in the store of the to-dos, whether or not the to-dos themselves are kept there. */
export function makeDeliveries(store: Pick<TodoStore, 'transaction'>, now: Clock): Deliveries {
  const isNew = async (writer: TodoWriter, key: string | undefined, claimedAt: EpochMs) =>
    key === undefined || (await writer.claim(key, null, claimedAt)) === undefined;
  return {
    claim: (key) => store.transaction((writer) => isNew(writer, key, now())),
    reply: (drafts, key) =>
      store.transaction(async (writer) => {
        if ((await isNew(writer, key, now())) && drafts.length > 0) await writer.enqueue(drafts, now());
      }),
    replyOnce: (drafts, key, more) =>
      store.transaction(async (writer) => {
        if (!(await isNew(writer, more?.delivery, now()))) return;
        const said = (await isNew(writer, key, NEVER_OLD)) ? drafts : (more?.otherwise ?? []);
        if (said.length > 0) await writer.enqueue(said, now());
      }),
  };
}
