import React, { useLayoutEffect, useRef, useState, type ReactElement } from 'react';
import type { ListKey } from '@todo-node/server/contract/todo-view';
import { useApp, useModel } from '../../app/app-context.tsx';
import { useSay } from '../../host/texts.ts';
import type { Row } from '../../model/select-rows.ts';
import { DoneGroup } from './done-group.tsx';
import { EndEditContext } from './edit-session.ts';
import { EmptyList } from './empty-list.tsx';
import { checkOf } from '../../ui/focus-row.ts';
import { RowActsContext } from './row-acts.ts';
import { onRowKey } from './row-keys.ts';
import { TodoRow } from './todo-row.tsx';
import { useGrowingCount } from './use-growing-count.ts';
import { isDraftOf, useEditDrafts, useHeldRows } from './use-held-rows.ts';
import { useKeptFocus } from '../../ui/use-kept-focus.ts';
import { usePress } from '../../ui/use-press.ts';
import { usePeople } from './use-people.ts';
import { useRowActsOf } from './use-row-acts.ts';

interface Props {
  listId: ListKey;
  /** A to-do that was just added here: it is brought into view. */
  addedKey: string | null;
  /** The person may not read the list any more: only what they wrote and did not save is shown. */
  isForbidden: boolean;
}

export function TodoList({ listId, addedKey, isForbidden }: Props) {
  const app = useApp();
  const [editing, setEditing] = useState<Row | null>(null);
  const rows = useHeldRows(listId, editing, isForbidden);
  const drafts = useEditDrafts(listId);
  const doneCount = useModel((state) => state.lists[listId]?.doneCount ?? 0);
  const box = useRef<HTMLDivElement>(null);
  const [isUnfolded, setUnfolded] = useState(false);
  const [current, setCurrent] = useState<string | null>(null);
  const [whole, setWhole] = useState<string | null>(null);
  const [refocus, setRefocus] = useState<{ key: string } | null>(null);
  const acts = useRowActsOf(box, setCurrent, setEditing, setWhole, setRefocus);
  const { onPointerDownCapture, afterClick } = usePress();
  const tabStop = tabStopOf(isUnfolded ? [...rows.open, ...rows.done] : rows.open, current);
  const editedAt = rows.open.findIndex((row) => row.key === editing?.key);
  const drawn = Math.max(useGrowingCount(rows.open.length), editedAt + 1);
  const showsPeople = !listId.startsWith('person:');
  const keptFocus = useKeptFocus(box);
  usePeople(rows, showsPeople);

  useLayoutEffect(() => {
    if (refocus !== null && box.current !== null) checkOf(box.current, refocus.key)?.focus();
  }, [refocus]);
  useLayoutEffect(() => {
    if (addedKey === null || box.current === null) return;
    checkOf(box.current, addedKey)?.closest('li')?.scrollIntoView({ block: 'nearest' });
  }, [addedKey]);

  /** A row that others ticked meanwhile is seen for a moment before it folds away. */
  function endEdit(row: Row, focusKey: string | null): void {
    afterClick(() => {
      if (row.todo.state === 'done' && editing?.todo.state === 'open') app.actions.linger(row.todo);
      setEditing((now) => (now?.key === row.key ? null : now));
      if (focusKey !== null) setRefocus({ key: focusKey });
    });
  }

  const drawIn = (isFolded: boolean) => (row: Row) => (
    <TodoRow
      key={row.key}
      row={row}
      isCurrent={row.key === tabStop}
      began={row.key === editing?.key ? editing : null}
      draft={drafts.find((draft) => isDraftOf(draft, row))}
      isWhole={row.key === whole}
      isFolded={isFolded}
      isNew={row.key === addedKey}
      showsPeople={showsPeople}
    />
  );
  const say = useSay();
  return (
    <RowActsContext.Provider value={acts}>
      <EndEditContext.Provider value={endEdit}>
        <div
          ref={box}
          className="todo-node-groups"
          {...keptFocus}
          onPointerDownCapture={onPointerDownCapture}
          onKeyDown={(event) => onRowKey(event, rows, acts, whole)}
        >
          {rows.open.length === 0 && !isForbidden && (
            <EmptyList
              listId={listId}
              isFirstUse={doneCount + rows.done.length === 0}
              onAdded={(key) => setRefocus({ key })}
            />
          )}
          {rows.open.length > 0 && (
            <section className="todo-node-group" aria-label={say('open')}>
              <ul className="todo-node-rows">{withGap(rows.open, drawn, drawIn(false))}</ul>
            </section>
          )}
          {!isForbidden && (
            <DoneGroup
              listId={listId}
              rows={rows.done}
              draw={drawIn(true)}
              isUnfolded={isUnfolded}
              onToggle={() => setUnfolded(!isUnfolded)}
            />
          )}
        </div>
      </EndEditContext.Provider>
    </RowActsContext.Provider>
  );
}

/** So many at the end are drawn at once: that is where a new to-do appears. */
const TAIL = 20;
const ROW_PX = 36;

/** The rows drawn so far and the last ones; the room of those between is kept free. */
function withGap(rows: readonly Row[], drawn: number, draw: (row: Row) => ReactElement): ReactElement[] {
  const tailAt = Math.max(drawn, rows.length - TAIL);
  const gap = tailAt - drawn;
  return [
    ...rows.slice(0, drawn).map(draw),
    ...(gap === 0 ? [] : [<li key="gap" aria-hidden="true" style={{ height: gap * ROW_PX }} />]),
    ...rows.slice(tailAt).map(draw),
  ];
}

/** One of the rows on the screen, always: else Tab would pass the list by. */
function tabStopOf(shown: readonly Row[], current: string | null): string | null {
  return shown.some((row) => row.key === current) ? current : (shown[0]?.key ?? null);
}
