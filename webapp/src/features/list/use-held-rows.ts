import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { ListKey } from '@todo-node/server/contract/todo-view';
import { useApp, useModel } from '../../app/app-context.tsx';
import type { EditDraft } from '../../app/edit-drafts.ts';
import { withHeld } from '../../model/hold-rows.ts';
import { makeSelectRows, type Row, type Rows } from '../../model/select-rows.ts';
import { belongsTo, isViewKey } from '../../model/views.ts';

/** Those of to-dos that stood in the list or view when the writing began. */
export function useEditDrafts(listId: ListKey): readonly EditDraft[] {
  const { editDrafts } = useApp();
  const isView = isViewKey(listId);
  const drafts = useSyncExternalStore(editDrafts.subscribe, () =>
    isView ? editDrafts.all() : editDrafts.ofList(listId),
  );
  const me = useModel((state) => state.me);
  const due = useModel((state) => state.due);
  return useMemo(() => {
    const belongs = belongsTo(listId, { me, due, answers: {} });
    return isView ? drafts.filter(({ todo }) => belongs(todo)) : drafts;
  }, [drafts, isView, listId, me, due]);
}

/**
 * The rows of a list or view; those in which somebody writes, or has written and not saved, keep their place.
 *
 * @param editing the row in whose place the editor is, as it was when it opened
 * @param isForbidden the person may not read the list any more: their own unsaved texts are all that shows
 */
export function useHeldRows(listId: ListKey, editing: Row | null, isForbidden: boolean): Rows {
  const app = useApp();
  const selectRows = useMemo(() => makeSelectRows(), []);
  const rows = useModel((state) => selectRows(state, listId));
  const todos = useModel((state) => state.todos);
  const drafts = useEditDrafts(listId);
  const held = useMemo(() => {
    const others = drafts.filter(({ key }) => key !== editing?.key);
    return withHeld(rows, editing === null ? others : [editing, ...others], todos);
  }, [rows, todos, drafts, editing]);

  // Perhaps it was ticked while nothing could be heard: then it is among the done ones.
  const isAnyGone = held.open.some((row) => row.isGone);
  useEffect(() => {
    if (isAnyGone && !isForbidden && !isViewKey(listId)) void app.loadDone(listId, false);
  }, [app, isAnyGone, isForbidden, listId]);

  return useMemo(() => {
    if (!isForbidden) return held;
    const isOwn = (row: Row) =>
      drafts.some((draft) => isDraftOf(draft, row)) || row.pending.some(({ kind }) => kind === 'add');
    return { open: held.open.filter(isOwn), done: held.done.filter(isOwn) };
  }, [held, drafts, isForbidden]);
}

export const isDraftOf = (draft: EditDraft, row: Row): boolean =>
  draft.key === row.key || draft.todo.id === row.todo.id;
