import React, { useContext, useEffect, useRef, useState, type RefObject } from 'react';
import { useApp, useModel } from '../app/app-context.tsx';
import { QuickAdd } from '../features/quick-add/quick-add.tsx';
import { WishesContext } from '../features/list/wishes.ts';
import { TodoList } from '../features/list/todo-list.tsx';
import { useSay } from '../host/sidebar-texts.ts';
import { personListKey } from '../model/list-names.ts';
import { viewKey, type ViewName } from '../model/views.ts';
import { focusFirst } from '../ui/focus-row.ts';
import { Loading } from '../ui/loading.tsx';
import { AddedElsewhere } from './added-elsewhere.tsx';
import { FaultNotice } from './fault-notice.tsx';
import { Trouble } from './trouble.tsx';

interface Props {
  view: Exclude<ViewName, 'requests' | 'sent'>;
  fieldRef: RefObject<HTMLTextAreaElement>;
  /** To where what is added goes. */
  onShowMine: () => void;
}

/** What of several lists is due. What is written in its field goes to the person's own list. */
export function ViewPanel({ view, fieldRef, onShowMine }: Props) {
  const app = useApp();
  const say = useSay();
  const isSearching = useContext(WishesContext).words !== null;
  const listId = viewKey(view);
  const ownList = personListKey(app.userId);
  const fault = useModel((state) => state.fault);
  const isLoaded = useModel((state) => state.answers.agenda !== undefined);
  const isAll = useModel((state) => state.answers.agenda?.isAll !== false);
  const [addedKey, setAddedKey] = useState<string | null>(null);
  const scroller = useRef<HTMLDivElement>(null);
  useEffect(() => app.watchAgenda(), [app]);
  useEffect(() => app.watch(ownList), [app, ownList]);
  return (
    <>
      {fault !== null && isLoaded && <FaultNotice fault={fault} />}
      {!isSearching && (
        <QuickAdd
          listId={ownList}
          label={say('addMine')}
          fieldRef={fieldRef}
          onAdded={setAddedKey}
          onDown={() => focusFirst(scroller.current)}
        />
      )}
      {addedKey !== null && (
        <AddedElsewhere key={addedKey} addedKey={addedKey} view={view} onShow={onShowMine} />
      )}
      <div ref={scroller} className="todo-node-scroller">
        {isLoaded && <TodoList listId={listId} addedKey={addedKey} isForbidden={false} />}
        {isLoaded && !isAll && <p className="todo-node-kept-by">{say('view.notAll')}</p>}
        {!isLoaded && fault !== null && <Trouble fault={fault} />}
        {!isLoaded && fault === null && <Loading label={say('loading')} />}
      </div>
    </>
  );
}
