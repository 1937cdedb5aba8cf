import React, { useId, type ReactNode } from 'react';
import { noteIdOf, Setting } from './setting.tsx';
import { Switch } from './switch.tsx';
import type { SettingName, Settings } from './use-settings.ts';

interface Props {
  name: SettingName;
  settings: Settings;
  words: string;
  help?: string;
  isOn: boolean;
  wrong?: string | null;
  onChange: (isOn: boolean) => void;
  /** What belongs to it while it is on. */
  children?: ReactNode;
}

/** A setting that is turned on and off. */
export function SwitchSetting({ words, isOn, onChange, children, ...setting }: Props) {
  const id = useId();
  return (
    <Setting
      {...setting}
      lead={<Switch id={id} isOn={isOn} describedBy={noteIdOf(setting.name)} onChange={onChange} />}
      label={<label htmlFor={id}>{words}</label>}
    >
      {isOn && children}
    </Setting>
  );
}
