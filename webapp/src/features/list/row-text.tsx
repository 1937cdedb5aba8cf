import React, { useLayoutEffect, useRef, type MouseEvent } from 'react';
import { MarkdownText } from '../../host/markdown-text.tsx';
import { languageOfText } from '../../host/language-of-text.ts';
import type { Row } from '../../model/select-rows.ts';
import { useRowActs } from './row-acts.ts';

/** A click edits, unless it was meant for a link or for selecting. */
export function RowText({ row, isCurrent }: { row: Row; isCurrent: boolean }) {
  const acts = useRowActs();
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const stops = box.current?.querySelectorAll<HTMLElement>('a, button, [tabindex]') ?? [];
    for (const stop of stops) stop.tabIndex = isCurrent ? 0 : -1;
  }, [isCurrent, row.todo.text]);

  function onClick(event: MouseEvent<HTMLDivElement>): void {
    const target = event.target as HTMLElement;
    const isSelecting = (window.getSelection()?.toString() ?? '') !== '';
    if (!isSelecting && target.closest('a, button, [role="button"], .mention-link') === null)
      acts.startEdit(row);
  }

  return (
    <div ref={box} className="todo-node-text" lang={languageOfText(row.todo.text)} onClick={onClick}>
      <MarkdownText text={row.todo.text} />
    </div>
  );
}
