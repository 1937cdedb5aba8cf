import { moveFocus } from '../host/move-focus.ts';

/** Mattermost moves the focus to its Expand button about 100 ms after opening; ours comes after it. */
export const FOCUS_AFTER_MS = 150;

const FIELD = '.todo-node-root .todo-node-quick-add textarea';

/** For an act elsewhere on the page that leads to a sidebar which is open already: it is not mounted anew. */
export function focusFieldSoon(): void {
  setTimeout(() => {
    const field = document.querySelector<HTMLElement>(FIELD);
    if (field !== null) moveFocus(field);
  }, FOCUS_AFTER_MS);
}
