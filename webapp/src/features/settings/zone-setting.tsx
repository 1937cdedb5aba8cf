import React, { useId } from 'react';
import { useMattermostZone } from '../../app/use-zone.ts';
import { useSay } from '../../host/sidebar-texts.ts';
import { noteIdOf, Setting, SettingIcon } from './setting.tsx';
import type { Settings } from './use-settings.ts';

/** A zone that this browser does not list is one all the same, when the backend has it. */
function zonesWith(own: string | null): readonly string[] {
  const zones = Intl.supportedValuesOf('timeZone');
  return own === null || zones.includes(own) ? zones : [own, ...zones];
}

export function ZoneSetting({ settings }: { settings: Settings }) {
  const say = useSay();
  const id = useId();
  const ofMattermost = useMattermostZone();
  const own = settings.own('zone');
  return (
    <Setting
      name="zone"
      settings={settings}
      lead={<SettingIcon name="globe" />}
      label={<label htmlFor={id}>{say('settings.zone')}</label>}
    >
      <select
        id={id}
        className="todo-node-input"
        aria-describedby={noteIdOf('zone')}
        value={own ?? ''}
        onChange={({ target }) => settings.save('zone', target.value || null)}
      >
        <option value="">
          {say('settings.asInMattermost', { value: ofMattermost.replaceAll('_', ' ') })}
        </option>
        {zonesWith(own).map((zone) => (
          <option key={zone} value={zone}>
            {zone.replaceAll('_', ' ')}
          </option>
        ))}
      </select>
    </Setting>
  );
}
