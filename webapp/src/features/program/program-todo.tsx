import React, { useId, type KeyboardEvent } from 'react';
import type { ListKey, ProgramRow } from '@todo-node/server/contract/todo-view';
import { useApp } from '../../app/app-context.tsx';
import { useReadOnly } from '../../app/use-read-only.ts';
import { useSay } from '../../host/sidebar-texts.ts';
import type { PendingOf } from '../../model/state.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { ProgramRefusal } from './program-refusal.tsx';

interface TodoProps {
  listId: ListKey;
  row: ProgramRow;
  pending: PendingOf<'program'> | undefined;
  /** The one row of the list that Tab reaches. */
  isCurrent: boolean;
  onFocus: () => void;
}

export function ProgramTodo({ listId, row, pending, isCurrent, onFocus }: TodoProps) {
  const app = useApp();
  const say = useSay();
  const isReadOnly = useReadOnly(listId) !== null;
  const isWaiting = pending !== undefined && pending.refusal === null;
  const isDone = pending?.verb === 'done' && isWaiting;
  const tabIndex = isCurrent ? 0 : -1;
  const refId = useId();
  const run = (verb: 'done' | 'delete') => {
    if (isWaiting || isReadOnly) return;
    app.actions.announceWhenTaken(
      app.actions.runProgram(listId, verb, row.text, row.ref),
      say(verb === 'done' ? 'completed' : 'deleted', { text: row.text }),
    );
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Delete') return;
    event.preventDefault();
    event.stopPropagation();
    run('delete');
  };
  return (
    <li
      data-todo-key={row.ref}
      onKeyDown={onKeyDown}
      className={`todo-node-row${isDone ? ' todo-node-row--done' : ''}${isWaiting ? ' todo-node-row--waiting' : ''}${isReadOnly ? ' todo-node-row--read-only' : ''}`}
    >
      <label className="todo-node-check-target">
        <input
          type="checkbox"
          className="todo-node-check"
          checked={isDone}
          onChange={() => run('done')}
          onFocus={onFocus}
          tabIndex={tabIndex}
          aria-disabled={isReadOnly}
          aria-label={row.text}
          aria-describedby={refId}
        />
      </label>
      <div className="todo-node-row-body">
        <div className="todo-node-text" dir="auto">
          {row.text}
        </div>
        {pending !== undefined && pending.refusal !== null && <ProgramRefusal one={pending} />}
      </div>
      {!isReadOnly && (
        <div className="todo-node-hover-bar todo-node-hover-bar--always">
          <IconButton
            icon="trash-can-outline"
            size={24}
            label={say('delete')}
            tabIndex={tabIndex}
            onClick={() => run('delete')}
          />
        </div>
      )}
      <span className="todo-node-number" id={refId}>
        <span className="todo-node-spoken">{say('number')} </span>
        <span className="todo-node-number-text">{row.ref}</span>
        {isWaiting && (
          <span className="todo-node-spinner todo-node-spinner--row">
            <span className="todo-node-spoken">{say('saving')}</span>
          </span>
        )}
      </span>
    </li>
  );
}
