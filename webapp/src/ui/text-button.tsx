import React, { type MouseEvent, type ReactNode } from 'react';

interface Props {
  children: ReactNode;
  onClick: (event: MouseEvent<HTMLButtonElement>) => void;
  kind?: 'link' | 'primary' | 'tertiary';
  disabled?: boolean;
  tabIndex?: number;
  label?: string;
}

export function TextButton({
  children,
  onClick,
  kind = 'link',
  disabled = false,
  tabIndex = 0,
  label,
}: Props) {
  return (
    <button
      type="button"
      className={`todo-node-button todo-node-button--${kind}`}
      onClick={onClick}
      disabled={disabled}
      tabIndex={tabIndex}
      aria-label={label}
    >
      {children}
    </button>
  );
}
