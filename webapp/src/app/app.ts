import { PLUGIN_ID } from '@todo-node/server/contract/manifest';
import type { ChangeView } from '@todo-node/server/contract/todo-view';
import { basename } from '../host/globals.ts';
import { makeFindPeople } from '../host/find-people.ts';
import { makeFindPost, makeReadPost } from '../host/find-post.ts';
import { currentUserId, type HostStore } from '../host/host-state.ts';
import { makeLoadProfiles } from '../host/load-profiles.ts';
import type { ModelAction } from '../model/actions.ts';
import { INITIAL_STATE, type ModelState } from '../model/state.ts';
import { followPresence } from '../sync/follow-presence.ts';
import { makePendingStorage, type PendingStorage } from '../sync/pending-storage.ts';
import { startSharedStream, type SharedStreamDeps } from '../sync/shared-stream.ts';
import { startSync } from '../sync/start-sync.ts';
import { browserParts, type BrowserParts } from './browser-parts.ts';
import { makeDrafts } from './drafts.ts';
import { makeEditDrafts } from './edit-drafts.ts';
import { settleTicked } from './settle-ticked.ts';
import { followRequests } from './follow-requests.ts';
import { followDue } from './follow-due.ts';
import { makeTimers } from './timers.ts';
import { makeTodoActions } from './todo-actions.ts';

export const STATE_KEY = `plugins-${PLUGIN_ID}`;

/** Our part of Mattermost's store; it may be missing while the plugin is being enabled. */
export function modelState(state: unknown): ModelState {
  return (state as Record<string, ModelState | undefined>)[STATE_KEY] ?? INITIAL_STATE;
}

/** Everything that runs while the plugin is enabled and somebody is signed in. */
export function startApp(store: HostStore, parts: BrowserParts = browserParts()) {
  const read = () => modelState(store.getState());
  const dispatch = (action: ModelAction) => void store.dispatch(action);
  const userId = currentUserId(store.getState());
  const { api, now, random, isVisible } = parts;
  const shared = { read, dispatch, now };
  const timers = makeTimers();
  const stopSettling = settleTicked(store, shared, timers.later);
  const stopKeeping = keepUnsent(makePendingStorage(parts.keeping, userId, now), store, shared);
  const startStream = (own: Pick<SharedStreamDeps, 'onEvent' | 'onState'>) =>
    startSharedStream({ ...streamParts(parts, userId), ...own });
  const requests = followRequests(store, { ...shared, api });
  const onCatchUp = requests.askAgain;
  const sync = startSync({ ...shared, api, random, isVisible, userId, startStream, onCatchUp });
  const due = followDue(store, { ...shared, api });
  const comeBack = () => void sync.catchUp();
  const onSeen = (isLong: boolean) => (isLong ? comeBack() : sync.seen());
  const stopFollowing = followPresence({
    onHidden: sync.hidden,
    onSeen,
    onOffline: sync.offline,
    onBack: comeBack,
    now,
  });
  const { poke, isSending } = sync.outbox;
  return {
    userId,
    now,
    api,
    read,
    drafts: makeDrafts(parts.passing, userId),
    editDrafts: makeEditDrafts(parts.passing, userId),
    actions: makeTodoActions({ ...shared, poke, isSending }),
    watch: sync.watch,
    reload: sync.reload,
    hear: sync.hear,
    loadDone: sync.loads.done,
    /** After something by which days are told apart may have changed. */
    askDue: due.ask,
    watchAgenda: due.watch,
    watchSent: requests.watchSent,
    tryNow(): void {
      void sync.catchUp();
      due.ask();
    },
    loadProfiles: makeLoadProfiles(store, parts.wire.fetch, parts.wire.cookies),
    findPost: makeFindPost(parts.wire.fetch),
    findPeople: makeFindPeople(store, parts.wire.fetch),
    readPost: makeReadPost(parts.wire.fetch),
    merge: (change: ChangeView) => dispatch({ type: 'todo-node/changed', change }),
    stop(): void {
      stopFollowing();
      due.stop();
      requests.stop();
      stopKeeping();
      stopSettling();
      sync.stop();
      timers.stop();
      dispatch({ type: 'todo-node/reset' });
    },
  };
}

export type App = ReturnType<typeof startApp>;

function streamParts({ api, locks, openChannel, random }: BrowserParts, userId: string) {
  const name = `todo-node:${basename()}:${userId}`;
  return { name, open: api.openEvents, locks, channel: openChannel(name), random };
}

/** Takes up what an earlier window left unsent, and keeps the stored copy equal to the outbox. */
function keepUnsent(
  storage: PendingStorage,
  store: HostStore,
  { read, dispatch }: { read: () => ModelState; dispatch: (action: ModelAction) => void },
): () => void {
  for (const pending of storage.load()) dispatch({ type: 'todo-node/queued', pending, undoable: null });
  let saved = read().outbox;
  return store.subscribe(() => {
    const { outbox } = read();
    if (outbox === saved) return;
    storage.save(saved, outbox);
    saved = outbox;
  });
}
