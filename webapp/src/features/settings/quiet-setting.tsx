import React, { useId, useState } from 'react';
import { useSay } from '../../host/sidebar-texts.ts';
import { noteIdOf, Setting } from './setting.tsx';
import { Switch } from './switch.tsx';
import { TimeField } from './time-field.tsx';
import type { Settings } from './use-settings.ts';

type QuietHours = { from: string; to: string };

const USUAL: QuietHours = { from: '22:00', to: '07:00' };

export function QuietSetting({ settings }: { settings: Settings }) {
  const say = useSay();
  const id = useId();
  // What was typed and cannot be sent stays in its fields.
  const [refused, setRefused] = useState<QuietHours | null>(null);
  const value = refused ?? settings.inEffect('quiet');
  const isWrong = refused !== null;
  if (value === undefined) return null;
  const note = noteIdOf('quiet');

  function save(next: QuietHours | 'off'): void {
    const isEmpty = next !== 'off' && next.from === next.to;
    setRefused(isEmpty ? next : null);
    if (!isEmpty) settings.save('quiet', next);
  }

  return (
    <Setting
      name="quiet"
      settings={settings}
      lead={
        <Switch
          id={id}
          isOn={value !== 'off'}
          describedBy={note}
          onChange={(isOn) => save(isOn ? USUAL : 'off')}
        />
      }
      label={<label htmlFor={id}>{say('settings.quiet')}</label>}
      help={say('settings.quietHelp')}
      wrong={isWrong ? say('settings.quietWrong') : null}
    >
      {value !== 'off' && (
        <span className="todo-node-setting-span">
          <TimeField
            value={value.from}
            label={say('settings.quietFrom')}
            describedBy={note}
            isWrong={isWrong}
            onChange={(from) => save({ ...value, from })}
          />
          <span aria-hidden="true">–</span>
          <TimeField
            value={value.to}
            label={say('settings.quietTo')}
            describedBy={note}
            isWrong={isWrong}
            onChange={(to) => save({ ...value, to })}
          />
        </span>
      )}
    </Setting>
  );
}
