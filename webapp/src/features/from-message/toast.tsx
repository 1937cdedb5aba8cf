import React, { useEffect, useState } from 'react';
import { useModel } from '../../app/app-context.tsx';
import { plainText } from '../../host/inline-markdown.ts';
import { useSay } from '../../host/texts.ts';
import { Icon } from '../../ui/icon.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { TextButton } from '../../ui/text-button.tsx';

import { usePlaceAboveComposers } from './use-place-above-composers.ts';

export interface Added {
  requestId: string;
  text: string;
  /** How the list is called to which it was added; null: one's own. */
  list: string | null;
  /** What is said of it where it was not added to a list. */
  said?: string | undefined;
}

interface Props {
  added: Added;
  /** Null where the sidebar has no place. */
  onOpen: (() => void) | null;
  onEnd: () => void;
}

const SHOWN_MS = 6_000;

/** Says at the corner of the window what became of "Add to my to-dos": the sidebar may be closed. */
export function Toast({ added, onOpen, onEnd }: Props) {
  const say = useSay();
  const [isHeld, setHeld] = useState(false);
  const pending = useModel((state) => state.outbox.find((one) => one.requestId === added.requestId));
  const refusal = pending?.refusal ?? null;
  const isWaiting = useModel((state) => pending !== undefined && state.fault !== null);
  useEffect(() => {
    if (isHeld || refusal !== null) return;
    const timer = setTimeout(onEnd, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [isHeld, refusal, onEnd]);
  const bottom = usePlaceAboveComposers();
  const text = plainText(added.text);
  return (
    <div
      className="todo-node-toast"
      style={{ bottom }}
      role={refusal === null ? 'status' : 'alert'}
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Icon name={refusal === null ? 'check' : 'alert-circle-outline'} />
      <span className="todo-node-undo-text">
        {refusal !== null
          ? say('notSaved', { reason: refusal.message })
          : isWaiting
            ? say('toast.kept', { text })
            : (added.said ??
              (added.list === null
                ? say('toast.added', { text })
                : say('toast.addedTo', { text, list: added.list })))}
      </span>
      {onOpen !== null && (
        <TextButton kind="primary" onClick={onOpen}>
          {say('toast.open')}
        </TextButton>
      )}
      <IconButton icon="close" label={say('dismiss')} onClick={onEnd} />
    </div>
  );
}
