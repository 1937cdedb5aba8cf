import React from 'react';
import { useSay } from '../../host/sidebar-texts.ts';

/** The number, or a ring in its place while the change is on its way for long. */
export function RowNumber({ id, number, isWaiting }: { id: string; number: number; isWaiting: boolean }) {
  const say = useSay();
  return (
    <span className="todo-node-number" id={id}>
      {number > 0 && (
        <>
          <span className="todo-node-spoken">{say('number')} </span>
          <span className="todo-node-number-text">{number}</span>
        </>
      )}
      {isWaiting && (
        <span className="todo-node-spinner todo-node-spinner--row">
          <span className="todo-node-spoken">{say('saving')}</span>
        </span>
      )}
    </span>
  );
}
