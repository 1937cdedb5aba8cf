import React, { useId } from 'react';
import { useIntl } from 'react-intl';
import { WEEKDAYS, type WeekdayName } from '@todo-node/server/contract/vocabulary';
import { useSay } from '../../host/sidebar-texts.ts';
import { noteIdOf, Setting, SettingIcon } from './setting.tsx';
import type { Settings } from './use-settings.ts';
import { weekdayIn } from './weekdays.ts';

export function WeekSetting({ settings }: { settings: Settings }) {
  const say = useSay();
  const id = useId();
  const { locale } = useIntl();
  return (
    <Setting
      name="weekStart"
      settings={settings}
      lead={<SettingIcon name="calendar-outline" />}
      label={<label htmlFor={id}>{say('settings.week')}</label>}
    >
      <select
        id={id}
        className="todo-node-input"
        aria-describedby={noteIdOf('weekStart')}
        value={settings.own('weekStart') ?? ''}
        onChange={({ target }) => settings.save('weekStart', (target.value as WeekdayName) || null)}
      >
        <option value="">{say('settings.weekAsUsual')}</option>
        {WEEKDAYS.map((day) => (
          <option key={day} value={day}>
            {weekdayIn(locale, day, 'long')}
          </option>
        ))}
      </select>
    </Setting>
  );
}
