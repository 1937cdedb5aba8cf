import { moveFocus } from '../host/move-focus.ts';

/** Mattermost moves the focus to its Expand button about 100 ms after opening; ours comes after it. */
export const FOCUS_AFTER_MS = 150;

const FIELD = '.todo-node-root .todo-node-quick-add textarea';

/**
 * Focuses `field` in a moment, unless the person has gone to another text field or begun to write meanwhile.
 *
 * @param field `null` where the focus stays as it is
 * @returns how to leave it
 */
export function focusSoon(field: () => HTMLElement | null): () => void {
  const before = document.activeElement;
  const textBefore = textIn(before);
  const timer = setTimeout(() => {
    const target = field();
    if (target !== null && !isWriting(before, textBefore)) moveFocus(target);
  }, FOCUS_AFTER_MS);
  return () => clearTimeout(timer);
}

/** For an act elsewhere on the page that leads to a sidebar which is open already: it is not mounted anew. */
export const focusFieldSoon = (): void => void focusSoon(() => document.querySelector<HTMLElement>(FIELD));

/** A command that was just sent leaves its composer focused and empty: that is no writing. */
function isWriting(before: Element | null, textBefore: string | undefined): boolean {
  const now = document.activeElement;
  const text = textIn(now);
  if (text === undefined) return false;
  return now !== before || (text !== '' && text !== textBefore);
}

function textIn(element: Element | null): string | undefined {
  const isField = element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement;
  return isField ? element.value : undefined;
}
