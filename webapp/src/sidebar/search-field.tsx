import React, { useEffect, useRef, type KeyboardEvent } from 'react';
import { useSay } from '../host/sidebar-texts.ts';
import { Icon } from '../ui/icon.tsx';
import { IconButton } from '../ui/icon-button.tsx';

interface Props {
  words: string;
  onChange: (words: string) => void;
  onClose: () => void;
  /** To what was found. */
  onDown: () => void;
}

/** In place of the field for new ones; what is half written there stays. */
export function SearchField({ words, onChange, onClose, onDown }: Props) {
  const say = useSay();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);

  function onKeyDown(event: KeyboardEvent): void {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') onClose();
    if (event.key === 'ArrowDown' || event.key === 'Enter') {
      event.preventDefault();
      onDown();
    }
  }

  return (
    <div className="todo-node-quick-add" role="search">
      <div className="todo-node-field-frame" onKeyDown={onKeyDown}>
        <Icon name="magnify" />
        <input
          ref={field}
          className="todo-node-field"
          dir="auto"
          aria-label={say('search')}
          placeholder={say('search')}
          value={words}
          onChange={({ target }) => onChange(target.value)}
        />
        <IconButton icon="close" size={24} label={say('close')} onClick={onClose} />
      </div>
    </div>
  );
}
