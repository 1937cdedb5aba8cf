import React, { useEffect, useId, useRef } from 'react';
import { GrowingField } from '../ui/growing-field.tsx';
import { Icon } from '../ui/icon.tsx';
import { useSay } from './sidebar-texts.ts';

/** A date in words, while it is typed. */
export interface TypedDate {
  typed: string;
  write: (typed: string) => void;
  /** What the words mean, said in full. */
  understood: string | null;
  /** Why they mean no date; it is said once they are wrong, or were to be taken. */
  wrong: string | null;
}

interface Props {
  words: TypedDate;
  onEnter: () => void;
  onEscape: () => void;
  /** Whether the focus is here when the field appears. */
  takesFocus?: boolean;
}

/** Where a date is typed, and below it what was understood. */
export function DateWordsField({ words, onEnter, onEscape, takesFocus = true }: Props) {
  const say = useSay();
  const field = useRef<HTMLTextAreaElement>(null);
  const hintId = useId();
  useEffect(() => {
    if (takesFocus) field.current?.focus();
  }, [takesFocus]);
  const isUnderstood = words.understood !== null;
  const hint = words.understood ?? words.wrong;
  return (
    <>
      <div className="todo-node-field-frame">
        <Icon name="calendar-outline" />
        <GrowingField
          fieldRef={field}
          value={words.typed}
          onChange={words.write}
          onEnter={onEnter}
          onEscape={onEscape}
          label={say('date.inWords')}
          placeholder={say('date.example')}
          describedBy={hint === null ? undefined : hintId}
          invalid={hint !== null && !isUnderstood}
        />
      </div>
      {hint !== null && (
        <div
          id={hintId}
          className={isUnderstood ? 'todo-node-understood' : 'todo-node-error-line'}
          role="status"
        >
          <Icon name={isUnderstood ? 'check' : 'alert-circle-outline'} />
          <span>{hint}</span>
        </div>
      )}
    </>
  );
}
