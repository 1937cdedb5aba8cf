import React, { type ReactNode } from 'react';
import type { ReadingView } from '@todo-node/server/contract/api';
import { Chip } from '../ui/chip.tsx';
import { begunLarge } from './begun-large.ts';
import { sayWall, type DueManner } from './say-due.ts';
import { useSay } from './sidebar-texts.ts';

interface Props {
  reading: ReadingView;
  manner: DueManner;
  /** It becomes text again. */
  onClick: () => void;
  children?: ReactNode;
}

/** What was understood of the text above; Backspace behind the words, or a press, makes them text again. */
export function ReadingChips({ reading: { due, repeatWords }, manner, onClick, children }: Props) {
  const say = useSay();
  const act = say('reading.keepAsText');
  const rule = begunLarge(repeatWords, manner.locale);
  return (
    <div className="todo-node-chips">
      {due !== null && (
        <Chip icon="calendar-outline" words={sayWall(due, manner)} act={act} onClick={onClick} />
      )}
      {rule !== '' && <Chip icon="sync" words={rule} act={act} onClick={onClick} />}
      {children}
    </div>
  );
}
