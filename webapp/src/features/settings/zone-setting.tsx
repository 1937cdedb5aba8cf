import React from 'react';
import { useMattermostZone } from '../../app/use-zone.ts';
import { useSay } from '../../host/sidebar-texts.ts';
import { SelectSetting } from './select-setting.tsx';
import type { Settings } from './use-settings.ts';

/** A zone that this browser does not list is one all the same, when the backend has it. */
function zonesWith(own: string | null): readonly string[] {
  const zones = Intl.supportedValuesOf('timeZone');
  return own === null || zones.includes(own) ? zones : [own, ...zones];
}

export function ZoneSetting({ settings }: { settings: Settings }) {
  const say = useSay();
  const ofMattermost = useMattermostZone();
  const own = settings.own('zone');
  return (
    <SelectSetting
      name="zone"
      settings={settings}
      icon="globe"
      words={say('settings.zone')}
      value={own ?? ''}
      onChange={(zone) => settings.save('zone', zone || null)}
    >
      <option value="">{say('settings.asInMattermost', { value: ofMattermost.replaceAll('_', ' ') })}</option>
      {zonesWith(own).map((zone) => (
        <option key={zone} value={zone}>
          {zone.replaceAll('_', ' ')}
        </option>
      ))}
    </SelectSetting>
  );
}
