import React, { useState } from 'react';

interface Props {
  /** A time of day such as `08:30`. */
  value: string;
  label: string;
  describedBy: string;
  isWrong?: boolean;
  onChange: (value: string) => void;
}

/** A time of day, taken when the person leaves the field or presses Enter: while it is typed it is no time yet. */
export function TimeField({ value, label, describedBy, isWrong = false, onChange }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  const finish = () => {
    if (typed !== null && typed !== '' && typed !== value) onChange(typed);
    setTyped(null);
  };
  return (
    <input
      type="time"
      className="todo-node-input"
      aria-label={label}
      aria-describedby={describedBy}
      aria-invalid={isWrong}
      value={typed ?? value}
      onChange={({ target }) => setTyped(target.value)}
      onBlur={finish}
      onKeyDown={({ key }) => key === 'Enter' && finish()}
    />
  );
}
