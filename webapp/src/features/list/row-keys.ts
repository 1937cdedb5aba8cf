import type { KeyboardEvent } from 'react';
import type { Row, Rows } from '../../model/select-rows.ts';
import { moveFocus } from '../../ui/focus-row.ts';
import type { RowActs } from './row-acts.ts';

/** Keys of a row; those of its field, links and buttons stay theirs. */
export function onRowKey(
  event: KeyboardEvent<HTMLDivElement>,
  rows: Rows,
  acts: RowActs,
  whole: string | null,
): void {
  const target = event.target as HTMLElement;
  const key = target.closest('li')?.dataset['todoKey'];
  if (key === undefined || event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing)
    return;
  if (target.closest('.todo-node-editor') !== null) return;
  const row = rows.open.find((one) => one.key === key) ?? rows.done.find((one) => one.key === key);
  const isWhole = key === whole;
  if (row === undefined || !handleRowKey(event, target, { row, isWhole }, acts)) return;
  event.preventDefault();
  event.stopPropagation();
}

function handleRowKey(
  event: KeyboardEvent<HTMLDivElement>,
  target: HTMLElement,
  { row, isWhole }: { row: Row; isWhole: boolean },
  acts: RowActs,
): boolean {
  const isCheck = target.matches('input.todo-node-check');
  if (moveFocus(event.currentTarget, target, event.key)) return true;
  if (row.todo.state === 'deleted') return false;
  if (event.key === 'Delete') acts.remove(row);
  else if (event.key.toLowerCase() === 'e') acts.startEdit(row);
  else if (event.key.toLowerCase() === 'd' && row.todo.state !== 'done') acts.startDate(row);
  else if (event.key.toLowerCase() === 'a' && row.todo.state !== 'done') acts.startAssign(row);
  else if ((event.key === 'Enter' && isCheck) || (event.key === 'Escape' && isWhole)) acts.open(row);
  else return false;
  return true;
}
