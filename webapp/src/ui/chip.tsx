import React from 'react';
import { Icon, type IconName } from './icon.tsx';

interface Props {
  icon: IconName;
  words: string;
  /** What a press does, spoken behind the words and shown as a tooltip. */
  act: string;
  onClick: () => void;
}

/** Something that was understood, and how to take that back. */
export function Chip({ icon, words, act, onClick }: Props) {
  return (
    <button
      type="button"
      className="todo-node-chip"
      title={act}
      aria-label={`${words}. ${act}`}
      onClick={onClick}
    >
      <Icon name={icon} />
      <span className="todo-node-chip-words">{words}</span>
      <Icon name="close" />
    </button>
  );
}
