import React, { type KeyboardEvent } from 'react';
import type { ViewName } from '../model/views.ts';
import { useSay } from '../host/sidebar-texts.ts';

export type TabName = 'mine' | 'done' | ViewName | 'channel' | 'shared';

/** The long one, and the one for a narrow sidebar. */
export type TabLabels = Record<TabName, readonly [long: string, short: string]>;

interface Props {
  tabs: readonly TabName[];
  chosen: TabName;
  labels: TabLabels;
  /** How many wait there, where that is to be seen. */
  counts: Partial<Record<TabName, number>>;
  onChoose: (tab: TabName) => void;
}

export const tabId = (tab: TabName) => `todo-node-tab-${tab}`;
export const PANEL_ID = 'todo-node-panel';

export function Tabs({ tabs, chosen, labels, counts, onChoose }: Props) {
  const say = useSay();

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const next = tabs[(tabs.indexOf(chosen) + step + tabs.length) % tabs.length];
    if (step === 0 || next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    onChoose(next);
    event.currentTarget.querySelector<HTMLElement>(`#${tabId(next)}`)?.focus();
  }

  return (
    <div className="todo-node-tabs" role="tablist" aria-label={say('title')} onKeyDown={onKeyDown}>
      {tabs.map((tab) => (
        <button
          key={tab}
          type="button"
          role="tab"
          id={tabId(tab)}
          className="todo-node-tab"
          aria-selected={tab === chosen}
          aria-controls={PANEL_ID}
          tabIndex={tab === chosen ? 0 : -1}
          onClick={() => onChoose(tab)}
        >
          <span className="todo-node-wide">{labels[tab][0]}</span>
          <span className="todo-node-narrow">{labels[tab][1]}</span>
          {(counts[tab] ?? 0) > 0 && <span className="todo-node-tab-count">{counts[tab]}</span>}
        </button>
      ))}
    </div>
  );
}
