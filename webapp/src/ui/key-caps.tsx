import React from 'react';

export function KeyCaps({ keys }: { keys: readonly string[] }) {
  return (
    <span className="todo-node-keys">
      {keys.map((key) => (
        <kbd key={key} className="todo-node-key">
          {key}
        </kbd>
      ))}
    </span>
  );
}
