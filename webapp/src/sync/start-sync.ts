import { CHANGE_EVENT, PROGRAM_EVENT, READY_EVENT } from '@todo-node/server/contract/api';
import type { ListKey } from '@todo-node/server/contract/todo-view';
import type { StreamEvent } from '../api/event-parser.ts';
import { isRecord } from '../api/guards.ts';
import type { RequestFailure } from '../api/request-failure.ts';
import { parseChange } from '../api/views.ts';
import { channelOfList, personListKey } from '../model/list-names.ts';
import type { Pending } from '../model/state.ts';
import { faultOf } from './fault-of.ts';
import { makeLoadLists } from './load-lists.ts';
import { makeOutbox } from './outbox.ts';
import { startPolling } from './polling.ts';
import type { SharedStream, SharedStreamDeps } from './shared-stream.ts';
import type { SyncDeps } from './sync-deps.ts';

export interface StartSyncDeps extends SyncDeps {
  userId: string;
  isVisible: () => boolean;
  startStream(own: Pick<SharedStreamDeps, 'onEvent' | 'onState'>): SharedStream;
}

/** Keeps what the browser knows equal to what the backend knows, until stopped. */
export function startSync(deps: StartSyncDeps) {
  const loads = makeLoadLists(deps);
  const outbox = makeOutbox(deps, { onSettled });
  const watched = new Map<ListKey, number>();
  const ownList = personListKey(deps.userId);
  let live = false;

  /** An external program's list is what it prints; a change without an answer of its own is fetched. */
  function onSettled(one: Pending): void {
    const isProgram = one.kind === 'program';
    if (isProgram || one.kind === 'delete' || one.kind === 'undo' || deps.read().me?.program)
      void refresh(one.listId);
  }

  const refresh = (listId: ListKey) => (watched.has(listId) ? loads.open(listId) : loads.head(listId));

  async function loadMe(): Promise<void> {
    if (deps.read().me !== null) return;
    try {
      deps.dispatch({ type: 'todo-node/me', me: await deps.api.getMe() });
      deps.dispatch({ type: 'todo-node/fault', fault: null });
    } catch (thrown) {
      deps.dispatch({ type: 'todo-node/fault', fault: faultOf(thrown) });
    }
  }

  /** After sleep, a break, or on the person's word: sends what waits and fetches what is looked at. */
  async function catchUp(): Promise<void> {
    outbox.poke();
    await Promise.all([
      loadMe(),
      refresh(ownList),
      ...[...watched.keys()].filter((id) => id !== ownList).map(refresh),
    ]);
  }

  /** Between the fetch of a list and the moment when the stream tells of it, changes would go unheard. */
  function onEvent(event: StreamEvent): void {
    if (event.name === READY_EVENT) return void catchUp();
    try {
      const data: unknown = JSON.parse(event.data);
      if (event.name === CHANGE_EVENT)
        deps.dispatch({ type: 'todo-node/changed', change: parseChange(data) });
      if (event.name === PROGRAM_EVENT && isRecord(data)) void refresh(String(data['listId']));
    } catch {
      void catchUp();
    }
  }

  function onState(next: boolean, failure: RequestFailure | null): void {
    const isBack = next && !live;
    live = next;
    if (isBack || failure?.kind === 'offline') void catchUp();
  }

  const stream = deps.startStream({ onEvent, onState });
  const tellChannels = () => stream.want([...watched.keys()].flatMap((id) => channelOfList(id) ?? []));
  const polling = startPolling({ poll: () => void catchUp(), isNeeded: () => !live && deps.isVisible() });
  tellChannels();
  void catchUp();

  return {
    loads,
    outbox,
    /** Fetches the list and hears of its changes until the returned function is called. */
    watch(listId: ListKey): () => void {
      watched.set(listId, (watched.get(listId) ?? 0) + 1);
      tellChannels();
      void loads.open(listId);
      return () => {
        const left = (watched.get(listId) ?? 1) - 1;
        if (left > 0) watched.set(listId, left);
        else watched.delete(listId);
        tellChannels();
      };
    },
    /** The window is out of sight. */
    hidden: () => stream.hidden(),
    seen: () => stream.wake(),
    catchUp: () => {
      stream.wake();
      return catchUp();
    },
    stop(): void {
      polling.stop();
      outbox.stop();
      stream.stop();
    },
  };
}

export type Sync = ReturnType<typeof startSync>;
