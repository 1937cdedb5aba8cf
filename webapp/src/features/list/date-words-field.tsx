import React, { useEffect, useId, useRef } from 'react';
import { useSay } from '../../host/sidebar-texts.ts';
import { GrowingField } from '../../ui/growing-field.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { DateWords } from './use-date-words.ts';

interface Props {
  words: DateWords;
  onEnter: () => void;
  onEscape: () => void;
}

/** Where a date is typed, and below it what was understood. The focus is here when the picker opens. */
export function DateWordsField({ words, onEnter, onEscape }: Props) {
  const say = useSay();
  const field = useRef<HTMLTextAreaElement>(null);
  const hintId = useId();
  useEffect(() => field.current?.focus(), []);
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
