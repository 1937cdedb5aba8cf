import React from 'react';
import { useIntl } from 'react-intl';
import { useSay } from '../../host/sidebar-texts.ts';
import { SelectSetting } from './select-setting.tsx';
import type { Settings } from './use-settings.ts';

const FIVE_PM = Date.UTC(2024, 0, 1, 17);

/** By which clock the bot says times; the sidebar goes by Mattermost's own. It is missing where the backend has no choice. */
export function ClockSetting({ settings }: { settings: Settings }) {
  const say = useSay();
  const { locale } = useIntl();
  if (settings.inEffect('clock') === undefined) return null;
  const inHalves = new Intl.DateTimeFormat(locale, { timeStyle: 'short', hour12: true, timeZone: 'UTC' });
  return (
    <SelectSetting
      name="clock"
      settings={settings}
      icon="clock-outline"
      words={say('settings.clock')}
      help={say('settings.clockHelp')}
      value={settings.own('clock') ?? ''}
      onChange={(hours) => settings.save('clock', hours === '' ? null : hours === '12' ? 12 : 24)}
    >
      <option value="">{say('reminder.usual')}</option>
      <option value="12">{inHalves.format(FIVE_PM)}</option>
      <option value="24">17:00</option>
    </SelectSetting>
  );
}
