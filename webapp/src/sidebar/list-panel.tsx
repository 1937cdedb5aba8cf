import React, { useContext, useEffect, useRef, useState, type RefObject } from 'react';
import type { ListKey } from '@todo-node/server/contract/todo-view';
import { useApp, useModel } from '../app/app-context.tsx';
import { useReadOnly } from '../app/use-read-only.ts';
import { ProgramList } from '../features/program/program-list.tsx';
import { draftNameOf, QuickAdd } from '../features/quick-add/quick-add.tsx';
import { TodoList } from '../features/list/todo-list.tsx';
import { WishesContext } from '../features/list/wishes.ts';
import { useEditDrafts } from '../features/list/use-held-rows.ts';
import { useSay } from '../host/sidebar-texts.ts';
import { focusFirst } from '../ui/focus-row.ts';
import { Icon } from '../ui/icon.tsx';
import { Loading } from '../ui/loading.tsx';
import { FaultNotice } from './fault-notice.tsx';
import { Trouble } from './trouble.tsx';
import { useFollowArchive } from './use-follow-archive.ts';

interface Props {
  listId: ListKey;
  fieldLabel: string;
  /** Whose list it is, for the line that names the program which keeps it. */
  ownerLabel: string;
  fieldRef: RefObject<HTMLTextAreaElement>;
  /** The done ones alone, without a field. */
  isDone?: boolean;
}

export function ListPanel({ listId, fieldLabel, ownerLabel, fieldRef, isDone = false }: Props) {
  const app = useApp();
  const isSearching = useContext(WishesContext).words !== null;
  const fault = useModel((state) => state.fault);
  const listFault = useModel((state) => state.listFaults[listId]);
  const isLoaded = useModel((state) => state.lists[listId]?.openAt != null);
  const program = useModel((state) => state.lists[listId]?.program ?? null);
  const unreadable = useModel((state) => state.lists[listId]?.unreadable ?? 0);
  const hasOwn = useModel((state) => state.outbox.some((one) => one.listId === listId));
  const [addedKey, setAddedKey] = useState<string | null>(null);
  const scroller = useRef<HTMLDivElement>(null);
  useEffect(() => app.watch(listId), [app, listId]);
  const isShown = isLoaded || hasOwn;
  // What somebody has written stays before their eyes, also when the list cannot be fetched or read any more.
  const isForbidden = listFault?.code === 'list_forbidden';
  const isWriting = app.drafts.read(draftNameOf(listId)) !== '';
  const hasDrafts = useEditDrafts(listId).length > 0;
  const showsList = isShown && (!isForbidden || hasDrafts || hasOwn);
  const readOnly = useReadOnly(listId);
  useFollowArchive(listId, readOnly);
  const say = useSay();
  return (
    <>
      {fault !== null && isShown && <FaultNotice fault={fault} />}
      {readOnly !== null && (
        <div className="todo-node-kept-by todo-node-read-only">
          <Icon name="archive-outline" />
          {readOnly}
        </div>
      )}
      {(!isForbidden || isWriting) && !isDone && !isSearching && (
        <QuickAdd
          listId={listId}
          label={fieldLabel}
          fieldRef={fieldRef}
          onAdded={setAddedKey}
          onDown={() => focusFirst(scroller.current)}
        />
      )}
      {program !== null && (
        <div className="todo-node-kept-by">
          <Icon name="console" />
          {say('keptBy', { owner: ownerLabel, program: program.name })}
        </div>
      )}
      <div ref={scroller} className="todo-node-scroller">
        {unreadable > 0 && (
          <div className="todo-node-kept-by" role="alert">
            <Icon name="alert-outline" />
            {say('unreadable', { count: unreadable })}
          </div>
        )}
        {listFault !== undefined && <Trouble fault={listFault} />}
        {showsList && program === null && (
          <TodoList listId={listId} addedKey={addedKey} isForbidden={isForbidden} isDone={isDone} />
        )}
        {listFault === undefined && isShown && program !== null && (
          <ProgramList listId={listId} program={program} />
        )}
        {listFault === undefined && !isShown && fault !== null && <Trouble fault={fault} />}
        {listFault === undefined && !isShown && fault === null && <Loading label={say('loading')} />}
      </div>
    </>
  );
}
