import React, { useRef, useState, type KeyboardEvent } from 'react';
import type { ListKey, ProgramListView, ProgramRow } from '@todo-node/server/contract/todo-view';
import { useModel } from '../../app/app-context.tsx';
import { useSay } from '../../host/sidebar-texts.ts';
import type { PendingOf } from '../../model/state.ts';
import { keyOfRow, moveFocus } from '../../ui/focus-row.ts';
import { Icon } from '../../ui/icon.tsx';
import { useKeptFocus } from '../../ui/use-kept-focus.ts';
import { ProgramRefusal } from './program-refusal.tsx';
import { ProgramTodo } from './program-todo.tsx';

interface Props {
  listId: ListKey;
  program: ProgramListView;
}

/** The list as another program keeps it: its rows where they could be read, else its words. */
export function ProgramList({ listId, program }: Props) {
  const outbox = useModel((state) => state.outbox);
  const own = outbox.filter(
    (one): one is PendingOf<'program'> => one.kind === 'program' && one.listId === listId,
  );
  const box = useRef<HTMLDivElement>(null);
  const keptFocus = useKeptFocus(box);
  const [current, setCurrent] = useState<string | null>(null);
  const isGoing = (row: ProgramRow) =>
    own.some((one) => one.ref === row.ref && one.verb === 'delete' && one.refusal === null);
  const open = program.rows.filter((row) => !row.done && !isGoing(row));
  const tabStop = open.some((row) => row.ref === current) ? current : open[0]?.ref;
  const added = own.filter((one) => one.verb === 'add');
  return (
    <div ref={box} className="todo-node-groups" {...keptFocus} onKeyDown={onKeyDown}>
      {program.rows.length === 0 && <ProgramText text={program.text} isAlone={own.length === 0} />}
      <ul className="todo-node-rows">
        {open.map((row) => (
          <ProgramTodo
            key={row.ref}
            listId={listId}
            row={row}
            pending={own.find((one) => one.ref === row.ref)}
            isCurrent={row.ref === tabStop}
            onFocus={() => setCurrent(row.ref)}
          />
        ))}
        {added.map((one) => (
          <AddedRow key={one.requestId} one={one} />
        ))}
      </ul>
      <DoneRows rows={program.rows.filter((row) => row.done)} />
    </div>
  );
}

/** What the program printed, when no row could be read in it. */
function ProgramText({ text, isAlone }: { text: string; isAlone: boolean }) {
  const say = useSay();
  if (text.trim() !== '') {
    return (
      <pre className="todo-node-program-text" tabIndex={0}>
        {text}
      </pre>
    );
  }
  return isAlone ? <p className="todo-node-empty-text todo-node-program-empty">{say('empty.text')}</p> : null;
}

function AddedRow({ one }: { one: PendingOf<'program'> }) {
  return (
    <li className="todo-node-row todo-node-row--waiting">
      <span className="todo-node-check-target" />
      <div className="todo-node-row-body">
        <div className="todo-node-text">{one.text}</div>
        {one.refusal !== null && <ProgramRefusal one={one} />}
      </div>
      {one.refusal === null && <span className="todo-node-spinner todo-node-spinner--row" />}
    </li>
  );
}

/** Only shown: no program of those we know takes a tick back. */
function DoneRows({ rows }: { rows: readonly ProgramRow[] }) {
  const say = useSay();
  if (rows.length === 0) return null;
  return (
    <section className="todo-node-group" aria-label={say('done')}>
      <h3 className="todo-node-group-label todo-node-group-label--fixed">
        <span>{say('done')}</span>
        <span className="todo-node-group-count">{rows.length}</span>
      </h3>
      <ul className="todo-node-rows">
        {rows.map((row) => (
          <li key={row.ref} className="todo-node-row todo-node-row--done">
            <span className="todo-node-check-target">
              <Icon name="check" />
            </span>
            <div className="todo-node-row-body">
              <div className="todo-node-text">{row.text}</div>
            </div>
            <span className="todo-node-number">{row.ref}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
  const target = event.target as HTMLElement;
  if (event.ctrlKey || event.metaKey || event.altKey || keyOfRow(target) === null) return;
  if (!moveFocus(event.currentTarget, target, event.key)) return;
  event.preventDefault();
  event.stopPropagation();
}
