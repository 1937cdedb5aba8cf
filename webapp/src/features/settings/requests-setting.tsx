import React, { useId } from 'react';
import { useSay } from '../../host/sidebar-texts.ts';
import { noteIdOf, Setting } from './setting.tsx';
import { Switch } from './switch.tsx';
import type { Settings } from './use-settings.ts';

/** Missing where the backend knows of no requests yet. */
export function RequestsSetting({ settings }: { settings: Settings }) {
  const say = useSay();
  const id = useId();
  const value = settings.inEffect('requests');
  if (value === undefined) return null;
  return (
    <Setting
      name="requests"
      settings={settings}
      lead={
        <Switch
          id={id}
          isOn={value === 'all'}
          describedBy={noteIdOf('requests')}
          onChange={(isOn) => settings.save('requests', isOn ? 'all' : 'off')}
        />
      }
      label={<label htmlFor={id}>{say('settings.requests')}</label>}
      help={say('settings.requestsHelp')}
    />
  );
}
