import React, { useId } from 'react';
import { useIntl } from 'react-intl';
import { useSay } from '../../host/sidebar-texts.ts';
import { noteIdOf, Setting, SettingIcon } from './setting.tsx';
import type { Settings } from './use-settings.ts';

const FIVE_PM = Date.UTC(2024, 0, 1, 17);

/** By which clock the bot says times; the sidebar goes by Mattermost's own. It is missing where the backend has no choice. */
export function ClockSetting({ settings }: { settings: Settings }) {
  const say = useSay();
  const id = useId();
  const { locale } = useIntl();
  if (settings.inEffect('clock') === undefined) return null;
  const inHalves = new Intl.DateTimeFormat(locale, { timeStyle: 'short', hour12: true, timeZone: 'UTC' });
  return (
    <Setting
      name="clock"
      settings={settings}
      lead={<SettingIcon name="clock-outline" />}
      label={<label htmlFor={id}>{say('settings.clock')}</label>}
      help={say('settings.clockHelp')}
    >
      <select
        id={id}
        className="todo-node-input"
        aria-describedby={noteIdOf('clock')}
        value={settings.own('clock') ?? ''}
        onChange={({ target }) =>
          settings.save('clock', target.value === '' ? null : target.value === '12' ? 12 : 24)
        }
      >
        <option value="">{say('settings.clockAsUsual')}</option>
        <option value="12">{inHalves.format(FIVE_PM)}</option>
        <option value="24">17:00</option>
      </select>
    </Setting>
  );
}
