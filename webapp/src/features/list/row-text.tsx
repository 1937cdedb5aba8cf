import React, { useLayoutEffect, useRef, type MouseEvent } from 'react';
import { MarkdownText } from '../../host/markdown-text.tsx';
import { languageOfText } from '../../host/language-of-text.ts';
import type { Row } from '../../model/select-rows.ts';
import { useRowActs } from './row-acts.ts';

interface Props {
  row: Row;
  isCurrent: boolean;
  /** In full, however long. */
  isWhole: boolean;
}

/** A click shows the whole to-do, or folds it again, unless it was meant for a link or for selecting. */
export function RowText({ row, isCurrent, isWhole }: Props) {
  const acts = useRowActs();
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const stops = box.current?.querySelectorAll<HTMLElement>('a, button, [tabindex]') ?? [];
    for (const stop of stops) stop.tabIndex = isCurrent ? 0 : -1;
  }, [isCurrent, row.todo.text]);

  function onClick(event: MouseEvent<HTMLDivElement>): void {
    const target = event.target as HTMLElement;
    const isSelecting = (window.getSelection()?.toString() ?? '') !== '';
    if (!isSelecting && target.closest('a, button, [role="button"], .mention-link') === null) acts.open(row);
  }

  return (
    <div
      ref={box}
      className={`todo-node-text${isWhole ? ' todo-node-text--whole' : ''}`}
      lang={languageOfText(row.todo.text)}
      dir="auto"
      onClick={onClick}
    >
      <MarkdownText text={row.todo.text} />
    </div>
  );
}
