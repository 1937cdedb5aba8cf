import { useLayoutEffect, useRef, type FocusEvent, type RefObject } from 'react';
import { checkOf, checksIn, keyOfRow } from './focus-row.ts';

/**
 * A ticked row folds away under the focus, and somebody else may delete it: the focus then goes to the row
 * that took its place, instead of getting lost on the page.
 */
export function useKeptFocus(box: RefObject<HTMLDivElement>) {
  const place = useRef<{ key: string; index: number; element: Element } | null>(null);
  useLayoutEffect(() => {
    const list = box.current;
    if (list === null || place.current === null || document.activeElement !== document.body) return;
    const same = checkOf(list, place.current.key);
    if (same !== null) {
      // A row that goes to another group is drawn anew there.
      if (!place.current.element.isConnected) same.focus();
      return;
    }
    const all = checksIn(list);
    all[Math.min(place.current.index, all.length - 1)]?.focus();
  });
  return {
    onFocus(event: FocusEvent<HTMLDivElement>): void {
      const key = keyOfRow(event.target);
      const index = checksIn(event.currentTarget).findIndex((check) => keyOfRow(check) === key);
      place.current = key === null ? null : { key, index, element: event.target };
    },
    onBlur(event: FocusEvent<HTMLDivElement>): void {
      if (event.relatedTarget !== null && !event.currentTarget.contains(event.relatedTarget))
        place.current = null;
    },
  };
}
