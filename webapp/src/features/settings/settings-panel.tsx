import React, { useEffect, useRef, type KeyboardEvent } from 'react';
import { useSay } from '../../host/sidebar-texts.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { PersonalSettings } from './personal-settings.tsx';

/** The settings in place of the list, until the person goes back. */
export function SettingsPanel({ onClose }: { onClose: () => void }) {
  const say = useSay();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.querySelector('button')?.focus(), []);

  /** Letters choose in its fields: they are none of the sidebar's keys here. */
  function onKeyDown(event: KeyboardEvent): void {
    event.stopPropagation();
    if (event.key === 'Escape') onClose();
  }

  return (
    <div
      ref={box}
      className="todo-node-sheet todo-node-sheet--aside"
      role="region"
      aria-label={say('settings.title')}
      onKeyDown={onKeyDown}
    >
      <div className="todo-node-sheet-head">
        <IconButton icon="arrow-back-ios" label={say('back')} onClick={onClose} />
        <h2>{say('settings.title')}</h2>
      </div>
      <div className="todo-node-sheet-body">
        <PersonalSettings />
      </div>
    </div>
  );
}
