import React, { type MouseEvent } from 'react';
import { Icon, type IconName } from './icon.tsx';

interface Props {
  icon: IconName;
  /** Spoken, and shown as a tooltip: the title alone, or it would be spoken twice. */
  label: string;
  onClick: (event: MouseEvent<HTMLButtonElement>) => void;
  size?: 24 | 32;
  tabIndex?: number;
  className?: string;
}

export function IconButton({ icon, label, onClick, size = 32, tabIndex = 0, className = '' }: Props) {
  return (
    <button
      type="button"
      className={`todo-node-icon-button todo-node-icon-button--${size} ${className}`}
      title={label}
      tabIndex={tabIndex}
      onClick={onClick}
    >
      <Icon name={icon} />
    </button>
  );
}
