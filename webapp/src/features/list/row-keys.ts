import type { KeyboardEvent } from 'react';
import type { Row, Rows } from '../../model/select-rows.ts';
import { moveFocus } from '../../ui/focus-row.ts';
import type { RowActs } from './row-acts.ts';

/** Keys of a row; those of its field, links and buttons stay theirs. */
export function onRowKey(event: KeyboardEvent<HTMLDivElement>, rows: Rows, acts: RowActs): void {
  const target = event.target as HTMLElement;
  const key = target.closest('li')?.dataset['todoKey'];
  if (key === undefined || event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing)
    return;
  if (target.closest('.todo-node-editor') !== null) return;
  const row = rows.open.find((one) => one.key === key) ?? rows.done.find((one) => one.key === key);
  if (row === undefined || !handleRowKey(event, target, row, acts)) return;
  event.preventDefault();
  event.stopPropagation();
}

function handleRowKey(
  event: KeyboardEvent<HTMLDivElement>,
  target: HTMLElement,
  row: Row,
  acts: RowActs,
): boolean {
  const isCheck = target.matches('input.todo-node-check');
  if (moveFocus(event.currentTarget, target, event.key)) return true;
  if (row.todo.state === 'deleted') return false;
  if (event.key === 'Delete') acts.remove(row);
  else if (event.key.toLowerCase() === 'e' || (event.key === 'Enter' && isCheck)) acts.startEdit(row);
  else return false;
  return true;
}
