import React, { type KeyboardEvent } from 'react';
import { useSay, type TextId } from '../host/texts.ts';

export type TabName = 'mine' | 'channel' | 'shared';

interface Props {
  tabs: readonly TabName[];
  chosen: TabName;
  onChoose: (tab: TabName) => void;
}

const LABELS: Record<TabName, readonly [long: TextId, short: TextId]> = {
  mine: ['tab.mine', 'tab.mineShort'],
  channel: ['tab.channel', 'tab.channelShort'],
  shared: ['tab.shared', 'tab.sharedShort'],
};

export const tabId = (tab: TabName) => `todo-node-tab-${tab}`;
export const PANEL_ID = 'todo-node-panel';

export function Tabs({ tabs, chosen, onChoose }: Props) {
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
          <span className="todo-node-wide">{say(LABELS[tab][0])}</span>
          <span className="todo-node-narrow">{say(LABELS[tab][1])}</span>
        </button>
      ))}
    </div>
  );
}
