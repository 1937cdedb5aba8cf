import React from 'react';
import { useModel } from '../app/app-context.tsx';
import { useSay } from '../host/sidebar-texts.ts';
import { MenuButton, type MenuItem } from '../ui/menu-button.tsx';

interface Props {
  onSettings: () => void;
  onKeys: () => void;
}

/** What else there is in the sidebar. */
export function SidebarMenu({ onSettings, onKeys }: Props) {
  const say = useSay();
  // Reminders and the overview are of the built-in program, and came with its dates.
  const hasSettings = useModel(({ me }) => me?.readsDates === true && me.program === null);
  const settings: MenuItem = { icon: 'settings-outline', words: say('settings.title'), onChoose: onSettings };
  const keys: MenuItem = {
    icon: 'keyboard-outline',
    words: say('keyboardShortcuts'),
    hint: '?',
    onChoose: onKeys,
  };
  return <MenuButton label={say('more')} groups={[[...(hasSettings ? [settings] : []), keys]]} />;
}
