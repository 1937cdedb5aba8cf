import type { Caller, RequestIdentity } from '../../callers/ports.ts';
import type { UserId } from '../../shared/ids.ts';
import type { ListId } from '../../todos/list.ts';
import type { EpochMs } from '../../shared/time.ts';
import type { EventStream } from './event-stream.ts';

/** One stream, whose it is, and what it tells about. */
export interface Subscriber {
  readonly stream: EventStream;
  readonly lists: readonly ListId[];
  /** To ask again who this is. */
  readonly identity: RequestIdentity;
  caller: Caller;
  identifiedAt: EpochMs;
  /** When to ask the next time. */
  checkAt: EpochMs;
  isBeingChecked: boolean;
  /** Something could not be told, as nobody could say whether the person may hear it. */
  hasMissed: boolean;
}

/** Finds streams by list and by person. */
export function makeSubscribers() {
  const all = new Set<Subscriber>();
  const byList = new Map<ListId, Set<Subscriber>>();
  const byPerson = new Map<UserId, number>();
  return {
    all: (): ReadonlySet<Subscriber> => all,
    of: (listId: ListId): ReadonlySet<Subscriber> => byList.get(listId) ?? new Set(),
    countOf: (userId: UserId): number => byPerson.get(userId) ?? 0,
    /** Returns how to take it out again. */
    add(subscriber: Subscriber): () => void {
      const { userId } = subscriber.caller;
      all.add(subscriber);
      byPerson.set(userId, (byPerson.get(userId) ?? 0) + 1);
      for (const listId of subscriber.lists) {
        byList.set(listId, (byList.get(listId) ?? new Set<Subscriber>()).add(subscriber));
      }
      return () => {
        if (!all.delete(subscriber)) return;
        forgetOne(byPerson, userId);
        for (const listId of subscriber.lists) forgetIn(byList, listId, subscriber);
      };
    },
  };
}

export type Subscribers = ReturnType<typeof makeSubscribers>;

function forgetOne(counts: Map<UserId, number>, userId: UserId): void {
  const left = (counts.get(userId) ?? 0) - 1;
  if (left > 0) counts.set(userId, left);
  else counts.delete(userId);
}

function forgetIn(byList: Map<ListId, Set<Subscriber>>, listId: ListId, subscriber: Subscriber): void {
  const left = byList.get(listId);
  left?.delete(subscriber);
  if (left?.size === 0) byList.delete(listId);
}
