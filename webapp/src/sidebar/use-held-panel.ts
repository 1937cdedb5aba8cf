import { useState, type SyntheticEvent } from 'react';

/**
 * The panel that is shown. It stays as long as somebody writes in it, also when Mattermost goes to another channel by
 * itself: what is typed on would else go elsewhere.
 */
export function useHeldPanel<P extends { listId: string }>(wanted: P) {
  const [held, setHeld] = useState(wanted);
  const [isWriting, setWriting] = useState(false);
  const isOther = held.listId !== wanted.listId;
  if (isOther && !isWriting) setHeld(wanted);
  const look = ({ target }: SyntheticEvent<HTMLElement>): void =>
    setWriting(target instanceof HTMLTextAreaElement && target.value !== '');
  return {
    panel: isOther && isWriting ? held : wanted,
    /** For the element around all fields. */
    writing: { onFocus: look, onChange: look, onKeyUp: look, onBlur: () => setWriting(false) },
  };
}
