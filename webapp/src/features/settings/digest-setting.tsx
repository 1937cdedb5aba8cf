import React, { useState } from 'react';
import { useIntl } from 'react-intl';
import type { WeekdayName } from '@todo-node/server/contract/vocabulary';
import { useSay } from '../../host/sidebar-texts.ts';
import { noteIdOf } from './setting.tsx';
import { SwitchSetting } from './switch-setting.tsx';
import { TimeField } from './time-field.tsx';
import type { Settings } from './use-settings.ts';
import { weekdayIn, weekFrom } from './weekdays.ts';

export function DigestSetting({ settings }: { settings: Settings }) {
  const say = useSay();
  const { locale } = useIntl();
  const [wrong, setWrong] = useState<string | null>(null);
  const value = settings.inEffect('digest');
  if (value === undefined) return null;
  const note = noteIdOf('digest');
  const week = weekFrom(settings.inEffect('weekStart') ?? 'MO');

  function toggle(days: readonly WeekdayName[], day: WeekdayName): void {
    const next = week.filter((one) => days.includes(one) !== (one === day));
    setWrong(next.length === 0 ? say('settings.digestWrong') : null);
    if (next.length > 0 && value !== undefined) settings.save('digest', { ...value, days: next });
  }

  return (
    <SwitchSetting
      name="digest"
      settings={settings}
      words={say('settings.digest')}
      help={say('settings.digestHelp')}
      wrong={wrong}
      isOn={value.on}
      onChange={(on) => settings.save('digest', { ...value, on })}
    >
      <TimeField
        value={value.at}
        label={say('settings.digestAt')}
        describedBy={note}
        onChange={(at) => settings.save('digest', { ...value, at })}
      />
      <div className="todo-node-setting-days" role="group" aria-label={say('settings.digestDays')}>
        {week.map((day) => (
          <button
            key={day}
            type="button"
            className="todo-node-day"
            aria-pressed={value.days.includes(day)}
            title={weekdayIn(locale, day, 'long')}
            onClick={() => toggle(value.days, day)}
          >
            {weekdayIn(locale, day, 'short')}
          </button>
        ))}
      </div>
    </SwitchSetting>
  );
}
