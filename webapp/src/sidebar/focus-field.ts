/** Mattermost moves the focus to its Expand button about 100 ms after opening; ours comes after it. */
export const FOCUS_AFTER_MS = 150;

/** For an act elsewhere on the page that leads to a sidebar which is open already: it is not mounted anew. */
export function focusFieldSoon(): void {
  setTimeout(
    () => document.querySelector<HTMLElement>('.todo-node-root .todo-node-quick-add textarea')?.focus(),
    FOCUS_AFTER_MS,
  );
}
