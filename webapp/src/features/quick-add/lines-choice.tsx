import React, { type KeyboardEvent, type RefObject } from 'react';
import { useSay } from '../../host/sidebar-texts.ts';
import { TextButton } from '../../ui/text-button.tsx';

interface Props {
  count: number;
  /** Whether it fits as one, and whether each line fits as one of its own. */
  fits: { one: boolean; many: boolean };
  onOne: () => void;
  onMany: () => void;
  /** Back to the field, where the text still is. */
  onLeave: () => void;
  boxRef: RefObject<HTMLDivElement>;
}

/** What several pasted lines are: one to-do, or one each. Nothing is added before the person says so. */
export function LinesChoice({ count, fits, onOne, onMany, onLeave, boxRef }: Props) {
  const say = useSay();
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    event.stopPropagation();
    const buttons = [...event.currentTarget.querySelectorAll('button')];
    const at = buttons.findIndex((button) => button === document.activeElement);
    if (event.key === 'ArrowRight') buttons[Math.min(at + 1, buttons.length - 1)]?.focus();
    if (event.key === 'ArrowLeft') buttons[Math.max(at - 1, 0)]?.focus();
    if (event.key === 'Escape') onLeave();
  };
  return (
    <div
      ref={boxRef}
      className="todo-node-lines"
      role="group"
      aria-label={say('paste.spoken', { count })}
      onKeyDown={onKeyDown}
    >
      <span className="todo-node-lines-question" aria-hidden="true">
        {say('paste.question', { count })}
      </span>
      <TextButton kind="tertiary" onClick={onOne} disabled={!fits.one}>
        {say('paste.one')}
      </TextButton>
      <TextButton kind="tertiary" onClick={onMany} disabled={!fits.many}>
        {say('paste.many', { count })}
      </TextButton>
    </div>
  );
}
