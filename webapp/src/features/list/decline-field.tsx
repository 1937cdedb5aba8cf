import React, { useEffect, useId, useRef, useState } from 'react';
import { useSay } from '../../host/sidebar-texts.ts';
import { GrowingField } from '../../ui/growing-field.tsx';
import { TextButton } from '../../ui/text-button.tsx';

/** In code points, as the backend counts them. */
const LONGEST = 1_000;

interface Props {
  /** Who reads the reason. */
  name: string;
  onDecline: (reason: string, from: Element) => void;
  onCancel: () => void;
}

/** Why somebody declines, which may be left out. */
export function DeclineField({ name, onDecline, onCancel }: Props) {
  const say = useSay();
  const field = useRef<HTMLTextAreaElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const [reason, setReason] = useState('');
  const errorId = useId();
  useEffect(() => field.current?.focus(), []);
  const length = [...reason.trim()].length;
  const isTooLong = length > LONGEST;
  const label = say('request.reason', { name });

  function decline(): void {
    if (!isTooLong && box.current !== null) onDecline(reason.trim(), box.current);
  }

  /** The focus stays in the row, as the field is gone then. */
  function cancel(): void {
    box.current?.closest('li')?.focus();
    onCancel();
  }

  return (
    <div ref={box}>
      <div className="todo-node-field-frame">
        <GrowingField
          fieldRef={field}
          value={reason}
          onChange={setReason}
          onEnter={decline}
          onEscape={cancel}
          label={label}
          placeholder={label}
          invalid={isTooLong}
          describedBy={isTooLong ? errorId : undefined}
        />
      </div>
      {isTooLong && (
        <div id={errorId} className="todo-node-error-line" role="alert">
          {say('tooLong', { length, limit: LONGEST })}
        </div>
      )}
      <div className="todo-node-request-buttons">
        <TextButton kind="primary" disabled={isTooLong} onClick={decline}>
          {say('request.decline')}
        </TextButton>
        <TextButton kind="tertiary" onClick={cancel}>
          {say('cancel')}
        </TextButton>
      </div>
    </div>
  );
}
