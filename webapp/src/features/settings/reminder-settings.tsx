import React from 'react';
import { useIntl } from 'react-intl';
import { useSay, type Say } from '../../host/sidebar-texts.ts';
import { SelectSetting } from './select-setting.tsx';
import { noteIdOf } from './setting.tsx';
import { SwitchSetting } from './switch-setting.tsx';
import { TimeField } from './time-field.tsx';
import type { Settings } from './use-settings.ts';

/** Minutes before something is due. */
const CHOICES: readonly number[] = [0, 5, 10, 15, 30, 60, 120, 1_440];
const OFF = 'off';
const USUAL_TIME = '09:00';

export function TimedReminder({ settings }: { settings: Settings }) {
  const say = useSay();
  const { locale } = useIntl();
  const value = settings.inEffect('remindBefore');
  if (value === undefined) return null;
  const choices =
    value === OFF || CHOICES.includes(value) ? CHOICES : [...CHOICES, value].sort((a, b) => a - b);
  return (
    <SelectSetting
      name="remindBefore"
      settings={settings}
      icon="bell-outline"
      words={say('settings.timed')}
      value={value}
      onChange={(chosen) => settings.save('remindBefore', chosen === OFF ? OFF : Number(chosen))}
    >
      {choices.map((minutes) => (
        <option key={minutes} value={minutes}>
          {minutes === 0 ? say('reminder.then') : beforeIt(minutes, locale, say)}
        </option>
      ))}
      <option value={OFF}>{say('settings.noReminder')}</option>
    </SelectSetting>
  );
}

/** In the largest unit that says it in whole numbers. */
function beforeIt(minutes: number, locale: string, say: Say): string {
  const [unit, count] =
    minutes % 1_440 === 0
      ? ['day', minutes / 1_440]
      : minutes % 60 === 0
        ? ['hour', minutes / 60]
        : ['minute', minutes];
  const span = new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(count);
  return say('settings.before', { span });
}

export function UntimedReminder({ settings }: { settings: Settings }) {
  const say = useSay();
  const value = settings.inEffect('remindAt');
  if (value === undefined) return null;
  return (
    <SwitchSetting
      name="remindAt"
      settings={settings}
      words={say('settings.untimed')}
      isOn={value !== OFF}
      onChange={(isOn) => settings.save('remindAt', isOn ? USUAL_TIME : OFF)}
    >
      <TimeField
        value={value}
        label={say('settings.untimedAt')}
        describedBy={noteIdOf('remindAt')}
        onChange={(time) => settings.save('remindAt', time)}
      />
    </SwitchSetting>
  );
}
