import React, { type ReactNode } from 'react';
import { Chip } from '../ui/chip.tsx';
import { begunLarge } from './begun-large.ts';
import { sayWall, type DueManner } from './say-due.ts';
import { useSay } from './sidebar-texts.ts';
import type { SeenReading } from '../api/views.ts';

interface Props {
  reading: SeenReading;
  manner: DueManner;
  /** It becomes text again. */
  onClick: () => void;
  children?: ReactNode;
}

/** What was understood of the text above; Backspace behind the words, or a press, makes them text again. */
export function ReadingChips({ reading: { due, repeatWords, assignee }, manner, onClick, children }: Props) {
  const say = useSay();
  const act = say('reading.keepAsText');
  const rule = begunLarge(repeatWords, manner.locale);
  return (
    <div className="todo-node-chips">
      {due !== null && (
        <Chip icon="calendar-outline" words={sayWall(due, manner)} act={act} onClick={onClick} />
      )}
      {assignee !== null && (
        <Chip icon="account-outline" words={assignee.username} act={act} onClick={onClick} />
      )}
      {rule !== '' && <Chip icon="sync" words={rule} act={act} onClick={onClick} />}
      {children}
    </div>
  );
}
