import type { ListKey } from '@todo-node/server/contract/todo-view';
import { asRequestFailure } from '../api/request-failure.ts';
import type { ReadList } from '../api/views.ts';
import { refOfList } from '../model/list-names.ts';
import { faultOf } from './fault-of.ts';
import type { SyncDeps } from './sync-deps.ts';

const PAGE = 500;
const DONE_PAGE = 50;

/** Fetches lists. Two calls for one list at a time share one fetch, with a second one right after. */
export function makeLoadLists(deps: SyncDeps) {
  const etags = new Map<ListKey, string>();
  const running = new Map<ListKey, { again: boolean; done: Promise<void> }>();

  async function loadOpen(listId: ListKey): Promise<void> {
    const first = await deps.api.getList(
      refOfList(listId),
      { state: 'open', limit: PAGE },
      etags.get(listId),
    );
    if (first.list !== null) {
      const view = await withFollowingPages(deps, first.list);
      deps.dispatch({ type: 'todo-node/openList', view });
      if (first.etag !== undefined) etags.set(listId, first.etag);
    }
    deps.dispatch({ type: 'todo-node/fault', fault: null });
  }

  async function guarded(listId: ListKey, load: () => Promise<void>): Promise<void> {
    try {
      await load();
      deps.dispatch({ type: 'todo-node/listFault', listId, fault: null });
    } catch (thrown) {
      reportFault(deps, listId, thrown);
    }
  }

  async function repeat(listId: ListKey): Promise<void> {
    await guarded(listId, () => loadOpen(listId));
    const again = running.get(listId)?.again === true;
    running.delete(listId);
    if (again) await open(listId);
  }

  function open(listId: ListKey): Promise<void> {
    const already = running.get(listId);
    if (already !== undefined) {
      already.again = true;
      return already.done;
    }
    const entry = { again: false, done: Promise.resolve() };
    running.set(listId, entry);
    entry.done = repeat(listId);
    return entry.done;
  }

  return {
    open,
    /** Counts for the button, without the to-dos. */
    head: (listId: ListKey) =>
      guarded(listId, async () => {
        const { list } = await deps.api.getList(refOfList(listId), { state: 'open', limit: 1 });
        if (list !== null) deps.dispatch({ type: 'todo-node/listHead', view: list });
      }),
    /** The first page, or the one after those already here. */
    done: (listId: ListKey, more: boolean) => loadDone(deps, listId, more),
  };
}

export type LoadLists = ReturnType<typeof makeLoadLists>;

/** What goes wrong here concerns the done ones only: the open ones stay as they are. */
async function loadDone(deps: SyncDeps, listId: ListKey, more: boolean): Promise<void> {
  const cursor = more ? deps.read().lists[listId]?.doneNext : undefined;
  const query = { state: 'done' as const, limit: DONE_PAGE, ...(cursor ? { cursor } : {}) };
  deps.dispatch({ type: 'todo-node/doneFault', listId, fault: null });
  try {
    const { list } = await deps.api.getList(refOfList(listId), query);
    if (list !== null) deps.dispatch({ type: 'todo-node/donePage', view: list });
  } catch (thrown) {
    deps.dispatch({ type: 'todo-node/doneFault', listId, fault: faultOf(thrown, deps.now()) });
  }
}

/** The first page's revision counts: what changed while paging is then heard of by events. */
async function withFollowingPages(deps: SyncDeps, first: ReadList): Promise<ReadList> {
  const todos = [...first.todos];
  let { next, unreadable = 0 } = first;
  while (next !== null) {
    const page = await deps.api.getList(refOfList(first.id), { state: 'open', limit: PAGE, cursor: next });
    todos.push(...(page.list?.todos ?? []));
    unreadable += page.list?.unreadable ?? 0;
    next = page.list?.next ?? null;
  }
  return { ...first, todos, unreadable, next: null };
}

/** A refusal concerns this list; a fault of the way concerns all of them. */
function reportFault(deps: SyncDeps, listId: ListKey, thrown: unknown): void {
  const fault = faultOf(thrown, deps.now());
  if (asRequestFailure(thrown).kind === 'refused')
    deps.dispatch({ type: 'todo-node/listFault', listId, fault });
  else deps.dispatch({ type: 'todo-node/fault', fault });
}
