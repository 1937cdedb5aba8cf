import React from 'react';
import { useIntl } from 'react-intl';
import { WEEKDAYS, type WeekdayName } from '@todo-node/server/contract/vocabulary';
import { useSay } from '../../host/sidebar-texts.ts';
import { SelectSetting } from './select-setting.tsx';
import type { Settings } from './use-settings.ts';
import { weekdayIn } from './weekdays.ts';

export function WeekSetting({ settings }: { settings: Settings }) {
  const say = useSay();
  const { locale } = useIntl();
  return (
    <SelectSetting
      name="weekStart"
      settings={settings}
      icon="calendar-outline"
      words={say('settings.week')}
      value={settings.own('weekStart') ?? ''}
      onChange={(day) => settings.save('weekStart', (day as WeekdayName) || null)}
    >
      <option value="">{say('settings.weekAsUsual')}</option>
      {WEEKDAYS.map((day) => (
        <option key={day} value={day}>
          {weekdayIn(locale, day, 'long')}
        </option>
      ))}
    </SelectSetting>
  );
}
