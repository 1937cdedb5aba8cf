import React, { useId, useLayoutEffect, type KeyboardEvent, type ReactNode, type RefObject } from 'react';
import { IconButton } from './icon-button.tsx';

interface Props {
  title: string;
  closeLabel: string;
  /** Whoever wants it closed closes this element, so that the browser gives the focus back. */
  dialogRef: RefObject<HTMLDialogElement>;
  /** It has been closed, by Escape for one. */
  onClosed: () => void;
  children: ReactNode;
}

/** A dialog as Mattermost's own look, by the browser's own: the page behind it is out of reach of Tab and of the pointer. */
export function Dialog({ title, closeLabel, dialogRef, onClosed, children }: Props) {
  const titleId = useId();
  // Until then it is open as a part of the page, so that fields in it could be fitted to their text.
  useLayoutEffect(() => {
    dialogRef.current?.removeAttribute('open');
    dialogRef.current?.showModal();
  }, [dialogRef]);
  return (
    <dialog
      ref={dialogRef}
      open
      className="todo-node-dialog"
      aria-labelledby={titleId}
      onClose={onClosed}
      onKeyDown={keepFromPage}
    >
      <div className="todo-node-dialog-head">
        <h1 id={titleId} className="todo-node-dialog-title">
          {title}
        </h1>
        <IconButton icon="close" label={closeLabel} onClick={() => dialogRef.current?.close()} />
      </div>
      {children}
    </dialog>
  );
}

/** Mattermost listens on the document, and would go on with keys that were meant for the dialog. */
function keepFromPage(event: KeyboardEvent): void {
  event.stopPropagation();
}
