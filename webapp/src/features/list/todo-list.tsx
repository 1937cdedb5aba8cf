import React, { useCallback, useContext, useLayoutEffect, useRef, useState } from 'react';
import type { ListKey } from '@todo-node/server/contract/todo-view';
import { useApp, useModel } from '../../app/app-context.tsx';
import { useSay } from '../../host/sidebar-texts.ts';
import type { GroupName } from '../../model/group-rows.ts';
import type { Row } from '../../model/select-rows.ts';
import { DoneGroup } from './done-group.tsx';
import { EndPickContext } from './pick-session.ts';
import { EndEditContext } from './edit-session.ts';
import { EmptyList } from './empty-list.tsx';
import { ListClockContext } from './list-clock.ts';
import { inOrder, OpenRows } from './open-rows.tsx';
import { isViewKey } from '../../model/views.ts';
import { checkOf } from '../../ui/focus-row.ts';
import { RowActsContext, type Picking } from './row-acts.ts';
import { onRowKey } from './row-keys.ts';
import { SelectionBar } from './selection-bar.tsx';
import { TodoRow } from './todo-row.tsx';
import { useGroups } from './use-groups.ts';
import { useNarrowedRows } from './use-narrowed-rows.ts';
import { useGrowingCount } from './use-growing-count.ts';
import { isDraftOf, useEditDrafts, useHeldRows } from './use-held-rows.ts';
import { useKeptFocus } from '../../ui/use-kept-focus.ts';
import { usePress } from '../../ui/use-press.ts';
import { usePeople } from './use-people.ts';
import { useRowActsOf } from './use-row-acts.ts';
import { useSelection } from './use-selection.ts';
import { WishesContext } from './wishes.ts';
import { WhoseFilter } from './whose-filter.tsx';

interface Props {
  listId: ListKey;
  /** A to-do that was just added here: it is brought into view. */
  addedKey: string | null;
  /** The person may not read the list any more: only what they wrote and did not save is shown. */
  isForbidden: boolean;
  /** The done ones alone. */
  isDone?: boolean;
}

export function TodoList({ listId, addedKey, isForbidden, isDone = false }: Props) {
  const app = useApp();
  const say = useSay();
  const [editing, setEditing] = useState<Row | null>(null);
  const [picking, setPicking] = useState<Picking | null>(null);
  const { isAsAdded } = useContext(WishesContext);
  const held = useHeldRows(listId, editing, isForbidden);
  const isView = isViewKey(listId);
  const showsPeople = !isView && !listId.startsWith('person:');
  const drafts = useEditDrafts(listId);
  const { rows, isSearching, whose, choices, choose } = useNarrowedRows(held, {
    isShared: showsPeople && !isForbidden,
    isDone,
    worked: [editing?.key, picking?.row.key, addedKey],
    drafts,
  });
  const doneCount = useModel((state) => state.lists[listId]?.doneCount ?? 0);
  const box = useRef<HTMLDivElement>(null);
  const [isUnfolded, setUnfolded] = useState(isDone);
  const [current, setCurrent] = useState<string | null>(null);
  const [whole, setWhole] = useState<string | null>(null);
  const [refocus, setRefocus] = useState<{ key: string } | null>(null);
  const acts = useRowActsOf(box, setCurrent, setEditing, setPicking, setWhole, setRefocus);
  const { onPointerDownCapture, afterClick } = usePress();
  const [folded, setFolded] = useState<ReadonlySet<GroupName>>(new Set());
  const { groups, clock } = useGroups(listId, rows.open, isAsAdded, editing ?? picking?.row ?? null);
  const shown = inOrder(rows.open, groups, folded);
  const tabStop = tabStopOf(isUnfolded || isSearching ? [...shown, ...rows.done] : shown, current);
  const growing = useGrowingCount(rows.open.length);
  const isWanted = ({ key }: Row) =>
    key === editing?.key || key === picking?.row.key || (groups !== null && key === addedKey);
  const drawn = Math.max(growing, shown.findLastIndex(isWanted) + 1);
  const selection = useSelection(shown);
  const selectedKeys = selection.selected.map(({ key }) => key);
  const keptFocus = useKeptFocus(box);
  usePeople(held);
  const isFoundAmongDone = isSearching && rows.done.length > 0;

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

  const endPick = useCallback((key: string): void => {
    setPicking((now) => (now?.row.key === key ? null : now));
    setRefocus({ key });
  }, []);

  const drawIn = (isFolded: boolean) => (row: Row) => (
    <TodoRow
      key={row.key}
      row={row}
      isCurrent={row.key === tabStop}
      began={row.key === editing?.key ? editing : null}
      draft={drafts.find((draft) => isDraftOf(draft, row))}
      picks={row.key === picking?.row.key ? picking.what : null}
      isWhole={row.key === whole}
      isSelected={selectedKeys.includes(row.key)}
      isFolded={isFolded}
      isNew={row.key === addedKey}
      showsPeople={showsPeople}
    />
  );
  return (
    <RowActsContext.Provider value={acts}>
      <EndEditContext.Provider value={endEdit}>
        <ListClockContext.Provider value={clock}>
          <EndPickContext.Provider value={endPick}>
            {choices !== null && <WhoseFilter open={choices} chosen={whose} onChoose={choose} />}
            <div
              ref={box}
              className="todo-node-groups"
              {...keptFocus}
              onPointerDownCapture={onPointerDownCapture}
              onClickCapture={selection.onClickCapture}
              onKeyDown={(event) => selection.onKey(event) || onRowKey(event, rows, acts, whole)}
            >
              {isSearching && (
                <p className="todo-node-spoken" role="status">
                  {say('search.found', { count: rows.open.length + rows.done.length })}
                </p>
              )}
              {rows.open.length === 0 && !isForbidden && !isFoundAmongDone && !(isDone && doneCount > 0) && (
                <EmptyList
                  listId={listId}
                  why={isSearching ? 'nothingFound' : isDone ? 'nothingDone' : whose}
                  isFirstUse={doneCount + rows.done.length === 0}
                  onAdded={(key) => setRefocus({ key })}
                />
              )}
              <OpenRows
                open={rows.open}
                groups={groups}
                folded={folded}
                onToggle={(name) => setFolded((before) => toggled(before, name))}
                drawn={drawn}
                draw={drawIn(false)}
              />
              {!isForbidden && !isView && whose === 'everyone' && (
                <DoneGroup
                  listId={listId}
                  rows={rows.done}
                  draw={drawIn(true)}
                  isUnfolded={isUnfolded || isSearching}
                  isSearching={isSearching}
                  onToggle={() => setUnfolded(!isUnfolded)}
                />
              )}
            </div>
            {selection.selected.length > 0 && (
              <SelectionBar rows={selection.selected} onEnd={selection.clear} />
            )}
          </EndPickContext.Provider>
        </ListClockContext.Provider>
      </EndEditContext.Provider>
    </RowActsContext.Provider>
  );
}

/** One of the rows on the screen, always: else Tab would pass the list by. */
function tabStopOf(shown: readonly Row[], current: string | null): string | null {
  return shown.some((row) => row.key === current) ? current : (shown[0]?.key ?? null);
}

function toggled(names: ReadonlySet<GroupName>, name: GroupName): ReadonlySet<GroupName> {
  return new Set(names.has(name) ? [...names].filter((one) => one !== name) : [...names, name]);
}
