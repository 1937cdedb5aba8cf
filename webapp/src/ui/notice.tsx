import React, { type ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';

interface Props {
  kind: 'warning' | 'danger' | 'info';
  icon: IconName;
  title: string;
  text: ReactNode;
  action?: ReactNode;
}

export function Notice({ kind, icon, title, text, action }: Props) {
  return (
    <div className={`todo-node-notice todo-node-notice--${kind}`} role="alert">
      <Icon name={icon} />
      <div className="todo-node-notice-body">
        <div className="todo-node-notice-title">{title}</div>
        <div className="todo-node-notice-text">{text}</div>
      </div>
      {action}
    </div>
  );
}
