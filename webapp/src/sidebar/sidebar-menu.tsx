import React, { useEffect, useState } from 'react';
import { useApp, useModel } from '../app/app-context.tsx';
import { useSay } from '../host/sidebar-texts.ts';
import { dueCount, openCount } from '../model/select-list.ts';
import { personListKey } from '../model/list-names.ts';
import { viewCount } from '../model/views.ts';
import type { IconName } from '../ui/icon.tsx';
import { MenuButton, type MenuItem } from '../ui/menu-button.tsx';
import type { TabLabels, TabName } from './tabs.tsx';

/** What can stand in the place of the first tab. */
export const FIRST_TABS = ['mine', 'today', 'upcoming', 'sent', 'done'] as const satisfies readonly TabName[];
export type FirstTab = (typeof FIRST_TABS)[number];

const ICONS: Record<FirstTab, IconName> = {
  mine: 'checkbox-marked-circle-outline',
  today: 'calendar-check-outline',
  upcoming: 'calendar-month-outline',
  sent: 'send-outline',
  done: 'check-circle-outline',
};

interface Props {
  first: FirstTab;
  labels: TabLabels;
  onFirst: (tab: FirstTab) => void;
  isAsAdded: boolean;
  onSort: () => void;
  /** Left out where nothing can be searched. */
  onSearch: (() => void) | null;
  onSettings: () => void;
  onKeys: () => void;
}

/** What else there is in the sidebar. */
export function SidebarMenu(props: Props) {
  const { first, labels, isAsAdded, onFirst, onSort, onSearch, onSettings, onKeys } = props;
  const app = useApp();
  const say = useSay();
  const [isOpen, setOpen] = useState(false);
  // Dates, reminders and the overview are of the built-in program.
  const keepsDates = useModel(({ me }) => me?.readsDates === true && me.program === null);
  const mine = useModel((state) => openCount(state, personListKey(app.userId)));
  const today = useModel(dueCount);
  const upcoming = useModel((state) =>
    state.answers.agenda === undefined ? null : viewCount(state, 'upcoming'),
  );
  const sent = useModel((state) => (state.answers.sent === undefined ? null : viewCount(state, 'sent')));
  const done = useModel((state) => state.lists[personListKey(app.userId)]?.doneCount ?? null);
  const takesRequests = useModel(({ me }) => me?.takesRequests === true);
  useEffect(() => (isOpen && keepsDates ? app.watchAgenda() : undefined), [app, isOpen, keepsDates]);
  useEffect(() => (isOpen && takesRequests ? app.watchSent() : undefined), [app, isOpen, takesRequests]);

  const counts: Record<FirstTab, number | null> = { mine, today, upcoming, sent, done };
  const views = FIRST_TABS.filter((tab) => tab !== 'sent' || takesRequests).map((tab): MenuItem => {
    const count = counts[tab];
    return {
      icon: ICONS[tab],
      words: labels[tab][0],
      hint: count === null ? undefined : String(count),
      isChosen: tab === first,
      onChoose: () => onFirst(tab),
    };
  });
  const search: MenuItem[] =
    onSearch === null ? [] : [{ icon: 'magnify', words: say('search'), hint: '/', onChoose: onSearch }];
  const sort: MenuItem = {
    icon: 'sort-ascending',
    words: say(isAsAdded ? 'sort.asAdded' : 'sort.byDate'),
    onChoose: onSort,
  };
  const settings: MenuItem = { icon: 'settings-outline', words: say('settings.title'), onChoose: onSettings };
  const keys: MenuItem = {
    icon: 'keyboard-outline',
    words: say('keyboardShortcuts'),
    hint: '?',
    onChoose: onKeys,
  };
  const groups = keepsDates ? [views, [...search, sort, settings, keys]] : [[keys]];
  return <MenuButton label={say('more')} groups={groups} onToggle={setOpen} />;
}
