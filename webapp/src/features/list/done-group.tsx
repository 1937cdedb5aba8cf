import React, { useEffect, type ReactNode } from 'react';
import type { ListKey } from '@todo-node/server/contract/todo-view';
import { useApp, useModel } from '../../app/app-context.tsx';
import { useSay } from '../../host/sidebar-texts.ts';
import type { Row } from '../../model/select-rows.ts';
import { Loading } from '../../ui/loading.tsx';
import { TextButton } from '../../ui/text-button.tsx';
import { DoneFault } from './done-fault.tsx';
import { RowGroup } from './row-group.tsx';

interface Props {
  listId: ListKey;
  rows: readonly Row[];
  draw: (row: Row) => ReactNode;
  isUnfolded: boolean;
  /** The rows are those that were found among the fetched ones. */
  isSearching: boolean;
  onToggle: () => void;
}

/** The done ones, folded; fetched page by page when somebody wants to see them. */
export function DoneGroup({ listId, rows, draw, isUnfolded, isSearching, onToggle }: Props) {
  const app = useApp();
  const say = useSay();
  const next = useModel((state) => state.lists[listId]?.doneNext);
  const fault = useModel((state) => state.lists[listId]?.doneFault ?? null);
  const confirmed = useModel((state) => state.lists[listId]?.doneCount ?? 0);
  const count = isSearching ? rows.length : Math.max(confirmed, rows.length);
  useEffect(() => {
    if (isUnfolded && next === undefined) void app.loadDone(listId, false);
  }, [app, isUnfolded, listId, next]);
  if (count === 0 && !(isSearching && typeof next === 'string')) return null;
  const isLoading = next === undefined && fault === null && rows.length < count;
  return (
    <RowGroup name="done" count={count} isUnfolded={isUnfolded} onToggle={onToggle}>
      <ul className="todo-node-rows">{rows.map(draw)}</ul>
      {isLoading && <Loading label={say('loading')} />}
      {fault !== null && (
        <DoneFault fault={fault} onRetry={() => void app.loadDone(listId, typeof next === 'string')} />
      )}
      {fault === null && typeof next === 'string' && (
        <div className="todo-node-more">
          <TextButton onClick={() => void app.loadDone(listId, true)}>{say('showMore')}</TextButton>
        </div>
      )}
    </RowGroup>
  );
}
