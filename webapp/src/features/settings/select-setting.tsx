import React, { useId, type ReactNode } from 'react';
import type { IconName } from '../../ui/icon.tsx';
import { noteIdOf, Setting, SettingIcon } from './setting.tsx';
import type { SettingName, Settings } from './use-settings.ts';

interface Props {
  name: SettingName;
  settings: Settings;
  icon: IconName;
  words: string;
  help?: string;
  value: string | number;
  onChange: (value: string) => void;
  /** What can be chosen. */
  children: ReactNode;
}

/** A setting that is one of several. */
export function SelectSetting({ icon, words, value, onChange, children, ...setting }: Props) {
  const id = useId();
  return (
    <Setting {...setting} lead={<SettingIcon name={icon} />} label={<label htmlFor={id}>{words}</label>}>
      <select
        id={id}
        className="todo-node-input"
        aria-describedby={noteIdOf(setting.name)}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      >
        {children}
      </select>
    </Setting>
  );
}
