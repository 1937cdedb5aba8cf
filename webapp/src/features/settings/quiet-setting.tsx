import React, { useState } from 'react';
import { useSay } from '../../host/sidebar-texts.ts';
import { noteIdOf } from './setting.tsx';
import { SwitchSetting } from './switch-setting.tsx';
import { TimeField } from './time-field.tsx';
import type { Settings } from './use-settings.ts';

type QuietHours = { from: string; to: string };

const USUAL: QuietHours = { from: '22:00', to: '07:00' };

export function QuietSetting({ settings }: { settings: Settings }) {
  const say = useSay();
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
    <SwitchSetting
      name="quiet"
      settings={settings}
      words={say('settings.quiet')}
      help={say('settings.quietHelp')}
      wrong={isWrong ? say('settings.quietWrong') : null}
      isOn={value !== 'off'}
      onChange={(isOn) => save(isOn ? USUAL : 'off')}
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
    </SwitchSetting>
  );
}
