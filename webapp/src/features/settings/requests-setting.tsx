import React from 'react';
import { useSay } from '../../host/sidebar-texts.ts';
import { SwitchSetting } from './switch-setting.tsx';
import type { Settings } from './use-settings.ts';

/** Missing where the backend knows of no requests yet. */
export function RequestsSetting({ settings }: { settings: Settings }) {
  const say = useSay();
  const value = settings.inEffect('requests');
  if (value === undefined) return null;
  return (
    <SwitchSetting
      name="requests"
      settings={settings}
      words={say('tab.requests')}
      help={say('settings.requestsHelp')}
      isOn={value === 'all'}
      onChange={(isOn) => settings.save('requests', isOn ? 'all' : 'off')}
    />
  );
}
