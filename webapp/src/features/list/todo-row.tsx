import React, { memo } from 'react';
import { useReadOnly } from '../../app/use-read-only.ts';
import { plainText } from '../../host/inline-markdown.ts';
import { refusalOf } from '../../model/select-list.ts';
import type { Row } from '../../model/select-rows.ts';
import type { EditDraft } from '../../app/edit-drafts.ts';
import { Assignee } from './assignee.tsx';
import { DatePicker } from './date-picker.tsx';
import { HoverBar } from './hover-bar.tsx';
import { useListClock } from './list-clock.ts';
import { LinkTrouble } from './link-trouble.tsx';
import { KeptDraft } from './kept-draft.tsx';
import { PersonPicker } from './person-picker.tsx';
import { useRowActs, type Picking } from './row-acts.ts';
import { RowEditor } from './row-editor.tsx';
import { RowMeta } from './row-meta.tsx';
import { RowNumber } from './row-number.tsx';
import { RowRefusal } from './row-refusal.tsx';
import { RowText } from './row-text.tsx';
import { useRowLinks } from './use-row-links.ts';
import { WholeTodo } from './whole-todo.tsx';

interface Props {
  row: Row;
  /** The one row of the list that Tab reaches. */
  isCurrent: boolean;
  /** The row as it was when its editor opened; `null` while it is not edited. */
  began: Row | null;
  /** What was written in it and not saved. */
  draft: EditDraft | undefined;
  /** What of it is being chosen. */
  picks: Picking['what'] | null;
  /** Shown in full. */
  isWhole: boolean;
  isSelected: boolean;
  /** Among the done ones, where it says when; not while it lingers among the open ones. */
  isFolded: boolean;
  /** Added here a moment ago: it shows itself. */
  isNew: boolean;
  /** In a list of several people. */
  showsPeople: boolean;
}

export const TodoRow = memo(function TodoRow(props: Props) {
  const { row, isCurrent, began, draft, picks, isWhole, isSelected, isFolded, isNew, showsPeople } = props;
  const acts = useRowActs();
  const links = useRowLinks();
  const { todo, key } = row;
  const isDone = todo.state === 'done';
  const isDeleted = todo.state === 'deleted';
  const isEditing = began !== null;
  const isReadOnly = useReadOnly(todo.listId) !== null;
  // Its number is one of another list: typed in a command, it would mean another to-do.
  const isElsewhere = useListClock().isView && !todo.listId.startsWith('person:');
  const tabIndex = isCurrent ? 0 : -1;
  const refusal = refusalOf(row);
  const isWaiting = row.pending.length > 0 && refusal === undefined;
  const isFresh = row.fresh === todo.version && row.fresh > 0;
  const numberId = `todo-node-number-${key}`;
  const metaId = `todo-node-meta-${key}`;
  return (
    <li
      className={classOf({
        done: isDone,
        editing: isEditing || picks !== null,
        deleted: isDeleted && draft !== undefined,
        folding: isDone && !isFolded && !isEditing && draft === undefined,
        waiting: isWaiting,
        selected: isSelected,
        'read-only': isReadOnly,
      })}
      data-todo-key={key}
    >
      {(isNew || isFresh) && <span key={row.fresh} className="todo-node-fresh" />}
      <label className="todo-node-check-target">
        <input
          type="checkbox"
          className="todo-node-check"
          checked={isDone}
          tabIndex={tabIndex}
          aria-disabled={isDeleted || isReadOnly}
          aria-expanded={isWhole}
          aria-label={plainText(todo.text)}
          aria-describedby={`${numberId} ${metaId}`}
          onChange={() => !isDeleted && acts.toggle(row)}
          onFocus={() => acts.focus(key)}
        />
      </label>
      <div className="todo-node-row-body" onClick={links.onClick}>
        {isEditing ? (
          <RowEditor row={row} kept={draft} began={began} />
        ) : (
          <RowText row={row} isCurrent={isCurrent} isWhole={isWhole} />
        )}
        {!isEditing && (
          <RowMeta
            id={metaId}
            todo={todo}
            doneAt={isFolded ? todo.doneAt : null}
            showsPeople={showsPeople}
            isWhole={isWhole}
            tabIndex={tabIndex}
          />
        )}
        {links.trouble !== null && (
          <LinkTrouble trouble={links.trouble} tabIndex={tabIndex} onEnd={links.forget} />
        )}
        {picks === 'date' && !isEditing && !isDeleted && <DatePicker row={row} />}
        {picks === 'person' && !isEditing && !isDeleted && <PersonPicker row={row} />}
        {isWhole && !isEditing && !isDeleted && <WholeTodo row={row} tabIndex={tabIndex} />}
        {draft !== undefined && !isEditing && <KeptDraft row={row} draft={draft} tabIndex={tabIndex} />}
        {refusal !== undefined && !isEditing && <RowRefusal row={row} refused={refusal} />}
      </div>
      {!isEditing && picks === null && !isDeleted && !isReadOnly && !isWhole && (
        <HoverBar row={row} isCurrent={isCurrent} />
      )}
      <RowNumber id={numberId} number={isElsewhere ? 0 : todo.number} isWaiting={isWaiting} />
      {showsPeople && <Assignee todo={todo} />}
    </li>
  );
});

/** A ticked row folds away at the end of its time among the open ones. */
function classOf(states: Record<string, boolean>): string {
  const names = Object.keys(states).filter((name) => states[name]);
  return ['todo-node-row', ...names.map((name) => `todo-node-row--${name}`)].join(' ');
}
