import React from 'react';

interface Props {
  id: string;
  isOn: boolean;
  describedBy: string;
  onChange: (isOn: boolean) => void;
}

/** The check box that turns a setting on; its words are the label beside it. */
export function Switch({ id, isOn, describedBy, onChange }: Props) {
  return (
    <label className="todo-node-check-target">
      <input
        id={id}
        type="checkbox"
        className="todo-node-check"
        checked={isOn}
        aria-describedby={describedBy}
        onChange={() => onChange(!isOn)}
      />
    </label>
  );
}
