import React, { memo } from 'react';
import { plainText } from '../../host/inline-markdown.ts';
import { Avatar } from '../../host/person.tsx';
import { refusalOf } from '../../model/select-list.ts';
import type { Row } from '../../model/select-rows.ts';
import { HoverBar } from './hover-bar.tsx';
import { useRowActs } from './row-acts.ts';
import { RowEditor } from './row-editor.tsx';
import { RowMeta } from './row-meta.tsx';
import { RowNumber } from './row-number.tsx';
import { RowRefusal } from './row-refusal.tsx';
import { RowText } from './row-text.tsx';

interface Props {
  row: Row;
  /** The one row of the list that Tab reaches. */
  isCurrent: boolean;
  isEditing: boolean;
  /** Among the done ones, where it says when; not while it lingers among the open ones. */
  isFolded: boolean;
  /** Added here a moment ago: it shows itself. */
  isNew: boolean;
  /** In a list of several people. */
  showsPeople: boolean;
}

export const TodoRow = memo(function TodoRow(props: Props) {
  const { row, isCurrent, isEditing, isFolded, isNew, showsPeople } = props;
  const acts = useRowActs();
  const { todo, key } = row;
  const isDone = todo.state === 'done';
  const refusal = refusalOf(row);
  const isWaiting = row.pending.length > 0 && refusal === undefined;
  const isFresh = row.fresh === todo.version && row.fresh > 0;
  const numberId = `todo-node-number-${key}`;
  const metaId = `todo-node-meta-${key}`;
  return (
    <li
      className={classOf({
        done: isDone,
        editing: isEditing,
        folding: isDone && !isFolded && !isEditing,
        waiting: isWaiting,
      })}
      data-todo-key={key}
    >
      {(isNew || isFresh) && <span key={row.fresh} className="todo-node-fresh" />}
      <label className="todo-node-check-target">
        <input
          type="checkbox"
          className="todo-node-check"
          checked={isDone}
          tabIndex={isCurrent ? 0 : -1}
          aria-label={plainText(todo.text)}
          aria-describedby={`${numberId} ${metaId}`}
          onChange={() => acts.toggle(row)}
          onFocus={() => acts.focus(key)}
        />
      </label>
      <div className="todo-node-row-body">
        {isEditing ? <RowEditor row={row} /> : <RowText row={row} isCurrent={isCurrent} />}
        {!isEditing && (
          <RowMeta
            id={metaId}
            todo={todo}
            doneAt={isFolded ? todo.doneAt : null}
            showsPeople={showsPeople}
            tabIndex={isCurrent ? 0 : -1}
          />
        )}
        {refusal !== undefined && !isEditing && <RowRefusal row={row} refused={refusal} />}
      </div>
      {!isEditing && <HoverBar row={row} isCurrent={isCurrent} />}
      <RowNumber id={numberId} number={todo.number} isWaiting={isWaiting} />
      {showsPeople && todo.assigneeId !== null && <Avatar userId={todo.assigneeId} size={20} />}
    </li>
  );
});

/** A ticked row folds away at the end of its time among the open ones. */
function classOf(states: Record<string, boolean>): string {
  const names = Object.keys(states).filter((name) => states[name]);
  return ['todo-node-row', ...names.map((name) => `todo-node-row--${name}`)].join(' ');
}
