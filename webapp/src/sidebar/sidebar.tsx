import React, { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useIntl } from 'react-intl';
import { useSelector } from 'react-redux';
import type { MeView } from '@todo-node/server/contract/api';
import type { GlobalState } from '@mattermost/types/store';
import { useApp, useModel } from '../app/app-context.tsx';
import { useHasOwnList } from '../app/use-has-own-list.ts';
import { KeySheet } from '../features/keys/key-sheet.tsx';
import { SettingsPanel } from '../features/settings/settings-panel.tsx';
import { WishesContext } from '../features/list/wishes.ts';
import { UndoBar } from '../features/undo/undo-bar.tsx';
import { languageOf } from '../host/catalogues.ts';
import { focusComposer } from '../host/focus-composer.ts';
import { currentChannel } from '../host/host-state.ts';
import { plainText } from '../host/inline-markdown.ts';
import { useSay } from '../host/sidebar-texts.ts';
import { isOfRequests, viewCount } from '../model/views.ts';
import { checkOf, focusFirst, keyOfRow } from '../ui/focus-row.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { focusSoon } from './focus-field.ts';
import { ListPanel } from './list-panel.tsx';
import { LiveRegion } from './live-region.tsx';
import { RequestsPanel } from './requests-panel.tsx';
import { SearchField } from './search-field.tsx';
import { makeSidebarKeys } from './sidebar-keys.ts';
import { FIRST_TABS, SidebarMenu, type FirstTab } from './sidebar-menu.tsx';
import { useHeldPanel } from './use-held-panel.ts';
import { useTabLabels } from './use-tab-labels.ts';
import { useWishes } from './use-wishes.ts';
import { usePanel } from './use-panel.ts';
import { PANEL_ID, tabId, Tabs, type TabName } from './tabs.tsx';
import { ViewPanel } from './view-panel.tsx';

/** Beside the first tab. Where messages in a channel act on each person's own list, a channel's list would be nobody's. */
const TABS: Record<MeView['webhookList'], readonly TabName[]> = {
  channel: ['channel'],
  shared: ['shared'],
  person: [],
};

export function Sidebar() {
  const app = useApp();
  const say = useSay();
  const { locale } = useIntl();
  const channel = useSelector((state: GlobalState) => currentChannel(state));
  const webhookList = useModel((state) => state.me?.webhookList ?? 'channel');
  const keepsDates = useModel(({ me }) => me === null || me.readsDates === true);
  const [wantedFirst, setWantedFirst] = useState(() => app.drafts.read('firstTab') as FirstTab);
  const takesRequests = useModel(({ me }) => me?.takesRequests === true);
  const waiting = useModel((state) => viewCount(state, 'requests'));
  const first = keepsDates && FIRST_TABS.includes(wantedFirst) ? wantedFirst : 'mine';
  const [wanted, setWanted] = useState<TabName>(() => app.drafts.read('tab') as TabName);
  const [aside, setAside] = useState<'keys' | 'settings' | null>(null);
  const [keys] = useState(makeSidebarKeys);
  const field = useRef<HTMLTextAreaElement>(null);
  const root = useRef<HTMLDivElement>(null);
  /** The row from which the keys were looked at. */
  const lookedFrom = useRef<string | null>(null);
  const hasOwnList = useHasOwnList(channel);
  const tabs: TabName[] = [
    first,
    ...TABS[webhookList].filter((tab) => tab !== 'channel' || hasOwnList),
    ...(takesRequests ? ['requests' as const] : []),
  ];
  const chosen = tabs.includes(wanted) ? wanted : first;
  useEffect(
    () =>
      focusSoon(() =>
        root.current?.contains(document.activeElement) === true
          ? null
          : (field.current ?? root.current?.querySelector<HTMLElement>(`#${PANEL_ID} input`) ?? null),
      ),
    [],
  );

  const labels = useTabLabels(channel);
  const { panel, writing } = useHeldPanel(usePanel(chosen, channel));
  const canSearch = keepsDates && !isOfRequests(panel.listId);
  const focusField = () =>
    (field.current ?? root.current?.querySelector<HTMLElement>('[role=tab][aria-selected=true]'))?.focus();
  const { wishes, look, search, endSearch, sort } = useWishes(canSearch && aside === null, root, focusField);

  const choose = (tab: TabName) => {
    setWanted(tab);
    app.drafts.write('tab', tab);
  };
  const chooseFirst = (tab: FirstTab) => {
    setWantedFirst(tab);
    app.drafts.write('firstTab', tab);
    choose(tab);
  };
  /** The focus goes to the tab, since what had it is not there any more. */
  const go = (tab: TabName) => () => {
    if (!tabs.includes(tab) && tab !== 'mine') return;
    setAside(null);
    if (tab === 'mine') chooseFirst(tab);
    else choose(tab);
    setTimeout(() => root.current?.querySelector<HTMLElement>(`#${tabId(tab)}`)?.focus());
  };
  const closeAside = () => {
    setAside(null);
    const menu = () => root.current?.querySelector<HTMLElement>('[aria-haspopup]');
    const row = () => (lookedFrom.current && root.current ? checkOf(root.current, lookedFrom.current) : null);
    setTimeout(aside === 'settings' ? () => menu()?.focus() : () => (row() ? row()?.focus() : focusField()));
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) =>
    keys.act(event, {
      newTodo: () => {
        if (aside !== null) return;
        if (wishes.words !== null) return endSearch();
        if (field.current === null) chooseFirst('mine');
        setTimeout(focusField);
      },
      search,
      go: { m: go('mine'), c: go(webhookList === 'shared' ? 'shared' : 'channel'), r: go('requests') },
      undo: () => {
        const last = app.read().undoables.at(-1);
        if (last === undefined) return app.actions.announce(say('announce.nothingToUndo'));
        app.actions.undo(last, say('announce.undone', { text: plainText(last.text) }));
      },
      toggleKeys: () => {
        if (aside === 'keys') return closeAside();
        lookedFrom.current = keyOfRow(event.target as Element);
        setAside('keys');
      },
      leave: aside !== null ? closeAside : wishes.words !== null ? endSearch : focusComposer,
    });

  return (
    <WishesContext.Provider value={wishes}>
      <div
        ref={root}
        className="todo-node-root"
        lang={languageOf(locale)}
        onKeyDownCapture={keys.hear}
        onKeyDown={onKeyDown}
        {...writing}
      >
        <div className="todo-node-content">
          {aside === 'keys' && <KeySheet onClose={closeAside} />}
          {aside === 'settings' && <SettingsPanel onClose={closeAside} />}
          {aside === null && (
            <>
              <div className="todo-node-view-bar">
                <Tabs
                  tabs={tabs}
                  chosen={chosen}
                  labels={labels}
                  counts={{ requests: waiting }}
                  onChoose={choose}
                />
                <div className="todo-node-view-buttons">
                  {canSearch && <IconButton icon="magnify" label={say('search')} onClick={search} />}
                  <SidebarMenu
                    first={first}
                    labels={labels}
                    isAsAdded={wishes.isAsAdded}
                    onFirst={chooseFirst}
                    onSort={sort}
                    onSearch={canSearch ? search : null}
                    onSettings={() => setAside('settings')}
                    onKeys={() => {
                      lookedFrom.current = null;
                      setAside('keys');
                    }}
                  />
                </div>
              </div>
              {wishes.words !== null && (
                <SearchField
                  words={wishes.words}
                  onChange={look}
                  onClose={endSearch}
                  onDown={() => focusFirst(root.current)}
                />
              )}
              <div id={PANEL_ID} className="todo-node-panel" role="tabpanel" aria-labelledby={tabId(chosen)}>
                {panel.view === null ? (
                  <ListPanel key={`${panel.listId} ${panel.isDone}`} {...panel} fieldRef={field} />
                ) : panel.view === 'requests' || panel.view === 'sent' ? (
                  <RequestsPanel key={panel.listId} view={panel.view} />
                ) : (
                  <ViewPanel
                    key={panel.listId}
                    view={panel.view}
                    fieldRef={field}
                    onShowMine={() => chooseFirst('mine')}
                  />
                )}
              </div>
            </>
          )}
          <UndoBar onDone={focusField} />
        </div>
        <LiveRegion />
      </div>
    </WishesContext.Provider>
  );
}
