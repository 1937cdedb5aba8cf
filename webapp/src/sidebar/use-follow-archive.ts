import type { GlobalState } from '@mattermost/types/store';
import { useEffect, useRef } from 'react';
import { useSelector } from 'react-redux';
import type { ListKey } from '@todo-node/server/contract/todo-view';
import { useApp } from '../app/app-context.tsx';
import { channelById } from '../host/host-state.ts';
import { channelOfList } from '../model/list-names.ts';

/** Fetches the list again when its channel is archived or restored, as Mattermost tells its pages; and says what came. */
export function useFollowArchive(listId: ListKey, readOnly: string | null): void {
  const app = useApp();
  const archivedAt = useSelector(
    (state: GlobalState) => channelById(state, channelOfList(listId) ?? '')?.delete_at ?? 0,
  );
  const known = useRef(archivedAt);
  useEffect(() => {
    if (known.current !== archivedAt) app.reload(listId);
    known.current = archivedAt;
  }, [app, listId, archivedAt]);
  useEffect(() => {
    if (readOnly !== null) app.actions.announce(readOnly);
  }, [app, readOnly]);
}
