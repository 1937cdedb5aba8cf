import type { Caller, RequestIdentity } from '../../callers/ports.ts';
import type { UserId } from '../../shared/ids.ts';
import type { ListId } from '../../todos/list.ts';
import type { Addressed } from '../../todos/whom-it-concerns.ts';
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
  const byPerson = new Map<UserId, Set<Subscriber>>();
  return {
    all: (): ReadonlySet<Subscriber> => all,
    /** All streams of a person, or those that tell about a list. */
    of: ({ to, listId }: Addressed): ReadonlySet<Subscriber> =>
      (to.kind === 'person' ? byPerson.get(to.userId) : byList.get(listId)) ?? new Set(),
    countOf: (userId: UserId): number => byPerson.get(userId)?.size ?? 0,
    /** Returns how to take it out again. */
    add(subscriber: Subscriber): () => void {
      const { userId } = subscriber.caller;
      all.add(subscriber);
      keepIn(byPerson, userId, subscriber);
      for (const listId of subscriber.lists) keepIn(byList, listId, subscriber);
      return () => {
        if (!all.delete(subscriber)) return;
        forgetIn(byPerson, userId, subscriber);
        for (const listId of subscriber.lists) forgetIn(byList, listId, subscriber);
      };
    },
  };
}

export type Subscribers = ReturnType<typeof makeSubscribers>;

function keepIn<Key>(places: Map<Key, Set<Subscriber>>, key: Key, subscriber: Subscriber): void {
  places.set(key, (places.get(key) ?? new Set<Subscriber>()).add(subscriber));
}

function forgetIn<Key>(places: Map<Key, Set<Subscriber>>, key: Key, subscriber: Subscriber): void {
  const left = places.get(key);
  left?.delete(subscriber);
  if (left?.size === 0) places.delete(key);
}
