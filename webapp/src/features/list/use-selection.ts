import { useMemo, useState, type KeyboardEvent, type MouseEvent } from 'react';
import type { Row } from '../../model/select-rows.ts';
import { keyOfRow, moveFocus } from '../../ui/focus-row.ts';

const NONE: ReadonlySet<string> = new Set();

/** The rows that are meant by what is done next: by Shift and an arrow, or by a click with Control or Command. */
export function useSelection(open: readonly Row[]) {
  const [keys, setKeys] = useState(NONE);
  const selected = useMemo(
    () => (keys.size === 0 ? [] : open.filter(({ key, todo }) => keys.has(key) && todo.state === 'open')),
    [open, keys],
  );
  return {
    selected,
    clear: () => setKeys(NONE),
    /** @returns whether the key is one of its own */
    onKey(event: KeyboardEvent<HTMLDivElement>): boolean {
      const target = event.target as HTMLElement;
      const isArrow = event.key === 'ArrowDown' || event.key === 'ArrowUp';
      const isEnd = event.key === 'Escape' && selected.length > 0;
      if (!isEnd && !(isArrow && event.shiftKey && target.matches('input.todo-node-check'))) return false;
      const from = keyOfRow(target);
      if (isArrow) moveFocus(event.currentTarget, target, event.key);
      const to = keyOfRow(document.activeElement ?? target);
      setKeys(isEnd ? NONE : new Set([...keys, ...[from, to].filter((key) => key !== null)]));
      event.preventDefault();
      event.stopPropagation();
      return true;
    },
    onClickCapture(event: MouseEvent<HTMLDivElement>): void {
      const target = event.target as HTMLElement;
      const key = keyOfRow(target);
      if (!(event.ctrlKey || event.metaKey) || key === null || target.closest('a, button, .todo-node-picker'))
        return;
      event.preventDefault();
      event.stopPropagation();
      setKeys(new Set(keys.has(key) ? [...keys].filter((one) => one !== key) : [...keys, key]));
    },
  };
}
