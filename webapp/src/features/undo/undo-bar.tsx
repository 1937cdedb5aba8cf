import React, { useRef, useState } from 'react';
import { useApp, useModel } from '../../app/app-context.tsx';
import { plainText } from '../../host/inline-markdown.ts';
import { useSay } from '../../host/sidebar-texts.ts';
import type { Undoable } from '../../model/state.ts';
import { Icon } from '../../ui/icon.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { TextButton } from '../../ui/text-button.tsx';
import { useCountdown } from './use-countdown.ts';

export const UNDO_MS = 6_000;

/** Offers to take back the last tick or delete, or what else says so. It waits while the pointer or the focus is on it. */
export function UndoBar({ onDone }: { onDone: () => void }) {
  const newest = useModel((state) => state.undoables.at(-1) ?? null);
  const [seen, setSeen] = useState(newest?.requestId ?? '');
  const isOffered =
    newest !== null &&
    newest.requestId !== seen &&
    (newest.act === 'done' || newest.act === 'delete' || newest.said !== undefined);
  if (!isOffered) return null;
  return (
    <Offer key={newest.requestId} one={newest} onEnd={() => setSeen(newest.requestId)} onDone={onDone} />
  );
}

interface OfferProps {
  one: Undoable;
  onEnd: () => void;
  onDone: () => void;
}

function Offer({ one, onEnd, onDone }: OfferProps) {
  const app = useApp();
  const say = useSay();
  const box = useRef<HTMLDivElement>(null);
  const { pause, resume } = useCountdown(UNDO_MS, onEnd);
  const text = plainText(one.text);

  function leave(work: () => void): void {
    const hadFocus = box.current?.contains(document.activeElement) === true;
    work();
    if (hadFocus) onDone();
  }

  return (
    <div className="todo-node-bottom">
      <div
        ref={box}
        className="todo-node-undo-bar"
        role="group"
        aria-label={say('undo')}
        onMouseEnter={pause}
        onMouseLeave={resume}
        onFocus={pause}
        onBlur={resume}
      >
        <Icon name={one.act === 'delete' ? 'trash-can-outline' : 'check'} />
        <span className="todo-node-undo-text" dir="auto">
          {one.said ?? say(one.act === 'done' ? 'completed' : 'deleted', { text })}
        </span>
        <TextButton
          kind="primary"
          onClick={() => leave(() => app.actions.undo(one, say('announce.undone', { text })))}
        >
          {say('undo')}
        </TextButton>
        <IconButton icon="close" label={say('dismiss')} onClick={() => leave(onEnd)} />
      </div>
    </div>
  );
}
