import { CHANGE_EVENT, PROGRAM_EVENT, READY_EVENT, type MeView } from '@todo-node/server/contract/api';
import type { ListKey } from '@todo-node/server/contract/todo-view';
import type { StreamEvent } from '../api/event-parser.ts';
import { isRecord, isText } from '../api/guards.ts';
import { RequestFailure, type FailureKind } from '../api/request-failure.ts';
import { parseChange, type ReadChange } from '../api/views.ts';
import { isPassing } from '../model/connection.ts';
import { channelOfList, personListKey } from '../model/list-names.ts';
import type { Pending } from '../model/state.ts';
import { makeComeBack } from './come-back.ts';
import { faultOf } from './fault-of.ts';
import { makeLoadLists } from './load-lists.ts';
import { makeOutbox } from './outbox.ts';
import { startPolling } from './polling.ts';
import type { SharedStream, SharedStreamDeps } from './shared-stream.ts';
import type { SyncDeps } from './sync-deps.ts';

export interface StartSyncDeps extends SyncDeps {
  userId: string;
  isVisible: () => boolean;
  /** Everything is fetched anew: what else is kept known has to be, too. */
  onCatchUp(): void;
  startStream(own: Pick<SharedStreamDeps, 'onEvent' | 'onState'>): SharedStream;
}

/** Keeps what the browser knows equal to what the backend knows, until stopped. */
export function startSync(deps: StartSyncDeps) {
  const loads = makeLoadLists(deps);
  const comeBack = makeComeBack({ ...deps, again: () => void catchUp() });
  const outbox = makeOutbox(deps, { onSettled, onFault: comeBack.look });
  const watched = new Map<ListKey, number>();
  const ownList = personListKey(deps.userId);
  let live = false;

  /** An external program's list is what it prints; a change without an answer of its own is fetched. */
  function onSettled(one: Pending): void {
    const isProgram = one.kind === 'program';
    if (isProgram || one.kind === 'delete' || one.kind === 'undo' || deps.read().me?.program)
      void refresh(one.listId);
  }

  async function refresh(listId: ListKey): Promise<void> {
    await (watched.has(listId) ? loads.open(listId) : loads.head(listId));
    comeBack.look();
  }

  async function loadMe(): Promise<void> {
    if (deps.read().me !== null) return;
    try {
      const me = await deps.api.getMe();
      deps.dispatch({ type: 'todo-node/me', me });
      choosePush(me.push);
      deps.dispatch({ type: 'todo-node/fault', fault: null });
    } catch (thrown) {
      deps.dispatch({ type: 'todo-node/fault', fault: faultOf(thrown, deps.now()) });
    }
    comeBack.look();
  }

  /** After sleep, a break, or on the person's word: sends what waits and fetches what is looked at. */
  async function catchUp(): Promise<void> {
    outbox.poke();
    deps.onCatchUp();
    await Promise.all([
      loadMe(),
      refresh(ownList),
      ...[...watched.keys()].filter((id) => id !== ownList).map(refresh),
    ]);
  }

  /** The list then says how many of its to-dos cannot be shown. */
  function takeIn(change: ReadChange): void {
    deps.dispatch({ type: 'todo-node/changed', change });
    if (change.unreadable !== undefined) void refresh(change.listId);
  }

  /** Between the fetch of a list and the moment when the stream tells of it, changes would go unheard. */
  function onEvent(event: StreamEvent): void {
    if (event.name === READY_EVENT) return void catchUp();
    try {
      const data: unknown = JSON.parse(event.data);
      if (event.name === CHANGE_EVENT) takeIn(parseChange(data));
      if (event.name === PROGRAM_EVENT && isRecord(data)) void refresh(String(data['listId']));
    } catch {
      void catchUp();
    }
  }

  function isOfInterest({ data }: StreamEvent): boolean {
    const listId = listIdOf(data);
    return listId === ownList || (listId !== undefined && watched.has(listId));
  }

  /** A stream that broke off or fell silent is a reason to find out, by asking, whether anything gets through. */
  function onState(next: boolean, failure: FailureKind | null): void {
    const isBack = next && !live;
    live = next;
    if (isBack || (failure !== null && isPassing(failure))) void catchUp();
  }

  /** The browser knows at once that the network is gone; no request has to fail first. */
  function offline(): void {
    const fault = faultOf(new RequestFailure('offline', 'The browser is offline.'), deps.now());
    deps.dispatch({ type: 'todo-node/fault', fault });
    comeBack.look();
  }

  /** Over Mattermost's own connection, which it keeps by itself, there is no stream to open. */
  function choosePush(push: MeView['push']): void {
    if (stopped || stream !== null) return;
    if (push === 'websocket') return void (live = true);
    stream = deps.startStream({ onEvent, onState });
    tellChannels();
  }

  let stream: SharedStream | null = null;
  let stopped = false;
  const tellChannels = () => stream?.want([...watched.keys()].flatMap((id) => channelOfList(id) ?? []));
  const polling = startPolling({
    poll: () => void catchUp(),
    isNeeded: () => !live && deps.isVisible() && !comeBack.isWaiting(),
  });
  void catchUp();

  return {
    loads,
    outbox,
    /** Fetches the list and hears of its changes until the returned function is called. */
    watch(listId: ListKey): () => void {
      watched.set(listId, (watched.get(listId) ?? 0) + 1);
      tellChannels();
      void refresh(listId);
      return () => {
        const left = (watched.get(listId) ?? 1) - 1;
        if (left > 0) watched.set(listId, left);
        else watched.delete(listId);
        tellChannels();
      };
    },
    /** Something else than a change may have become of the list. */
    reload: (listId: ListKey) => void refresh(listId),
    /** An event of Mattermost's own connection; it tells of more lists than are looked at. */
    hear(event: StreamEvent): void {
      if (!stopped && isOfInterest(event)) onEvent(event);
    },
    /** The window is out of sight. */
    hidden: () => stream?.hidden(),
    seen(): void {
      stream?.wake();
      if (deps.read().fault !== null) void catchUp();
    },
    offline,
    catchUp: () => {
      stream?.wake();
      return catchUp();
    },
    stop(): void {
      stopped = true;
      comeBack.stop();
      polling.stop();
      outbox.stop();
      stream?.stop();
    },
  };
}

function listIdOf(json: string): ListKey | undefined {
  try {
    const data: unknown = JSON.parse(json);
    return isRecord(data) && isText(data['listId']) ? (data['listId'] as ListKey) : undefined;
  } catch {
    return undefined;
  }
}

export type Sync = ReturnType<typeof startSync>;
