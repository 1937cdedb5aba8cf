import type { KeyboardEvent } from 'react';

export interface SidebarActs {
  newTodo(): void;
  undo(): void;
  search(): void;
  toggleKeys(): void;
  /** Closes what is open, else leaves the sidebar for the composer. */
  leave(): void;
  /** After G: to the list of this letter. */
  go: Readonly<Record<string, () => void>>;
}

/** Whoever presses G and waits for longer did not mean the next key with it. */
const AFTER_G_MS = 2_000;

/**
 * Keys of the whole sidebar: only with the focus inside it, never while somebody types, and none that
 * Mattermost uses itself.
 */
export function makeSidebarKeys() {
  let gAt = -Infinity;
  let escape: Event | undefined;
  /** Mattermost takes Escape for itself, too, where its own marks of the focus are shown, before anybody hears it. */
  function hear({ key, nativeEvent }: KeyboardEvent<HTMLElement>): void {
    if (key === 'Escape' && nativeEvent.defaultPrevented) escape = nativeEvent;
  }
  function act(event: KeyboardEvent<HTMLElement>, acts: SidebarActs): void {
    const isTyping = (event.target as HTMLElement).closest('textarea, [contenteditable="true"]') !== null;
    if (isTyping || event.nativeEvent.isComposing || event.altKey) return;
    if (event.defaultPrevented && event.nativeEvent !== escape) return;
    const isAfterG = event.timeStamp - gAt < AFTER_G_MS;
    const isG = event.key.toLowerCase() === 'g' && !event.ctrlKey && !event.metaKey;
    gAt = isG ? event.timeStamp : -Infinity;
    const meant = actOf(event, acts, isAfterG);
    if (meant === undefined && !isG) return;
    // Mattermost writes letters that nobody takes into its composer.
    event.preventDefault();
    event.stopPropagation();
    meant?.();
  }
  return { hear, act };
}

function actOf(
  event: KeyboardEvent<HTMLElement>,
  acts: SidebarActs,
  isAfterG: boolean,
): (() => void) | undefined {
  const key = event.key.toLowerCase();
  if (event.ctrlKey || event.metaKey) return key === 'z' && !event.shiftKey ? acts.undo : undefined;
  if (isAfterG && Object.hasOwn(acts.go, key)) return acts.go[key];
  if (key === 'n') return acts.newTodo;
  if (key === '/') return acts.search;
  if (key === '?') return acts.toggleKeys;
  return key === 'escape' ? acts.leave : undefined;
}
