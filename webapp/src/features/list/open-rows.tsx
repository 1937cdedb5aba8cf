import React, { type ReactElement } from 'react';
import { useSay } from '../../host/sidebar-texts.ts';
import type { Group, GroupName } from '../../model/group-rows.ts';
import type { Row } from '../../model/select-rows.ts';
import { MoveToToday } from './move-to-today.tsx';
import { RowGroup } from './row-group.tsx';

interface Props {
  open: readonly Row[];
  groups: readonly Group[] | null;
  folded: ReadonlySet<GroupName>;
  onToggle: (name: GroupName) => void;
  /** So many of them are drawn so far, in the order in which they stand. */
  drawn: number;
  draw: (row: Row) => ReactElement;
}

/** The open ones: by when they are due, or as one list where nothing has a date. */
export function OpenRows({ open, groups, folded, onToggle, drawn, draw }: Props) {
  const say = useSay();
  if (open.length === 0) return null;
  if (groups === null) {
    return (
      <section className="todo-node-group" aria-label={say('open')}>
        <ul className="todo-node-rows">{withGap(open, drawn, draw)}</ul>
      </section>
    );
  }
  return groups.map(({ name, rows }, at) => {
    const before = inOrder(open, groups.slice(0, at), folded).length;
    const drawnHere = Math.min(rows.length, Math.max(0, drawn - before));
    return (
      <RowGroup
        key={name}
        name={name}
        count={rows.length}
        isUnfolded={!folded.has(name)}
        onToggle={() => onToggle(name)}
        action={name === 'overdue' && <MoveToToday rows={rows} />}
      >
        <ul className="todo-node-rows">{withGap(rows, drawnHere, draw)}</ul>
      </RowGroup>
    );
  });
}

/** The rows as they stand below each other, without those that are folded away. */
export const inOrder = (
  open: readonly Row[],
  groups: readonly Group[] | null,
  folded: ReadonlySet<GroupName>,
): readonly Row[] => groups?.flatMap(({ name, rows }) => (folded.has(name) ? [] : rows)) ?? open;

/** So many at the end are drawn at once: that is where a new to-do appears. */
const TAIL = 20;
const ROW_PX = 36;

/** The rows drawn so far and the last ones; the room of those between is kept free. */
function withGap(rows: readonly Row[], drawn: number, draw: (row: Row) => ReactElement): ReactElement[] {
  const tailAt = Math.max(drawn, rows.length - TAIL);
  const gap = tailAt - drawn;
  return [
    ...rows.slice(0, drawn).map(draw),
    ...(gap === 0 ? [] : [<li key="gap" aria-hidden="true" style={{ height: gap * ROW_PX }} />]),
    ...rows.slice(tailAt).map(draw),
  ];
}
