import type { KeyboardEvent } from 'react';

export interface SidebarActs {
  newTodo(): void;
  undo(): void;
  toggleKeys(): void;
  /** Closes what is open, else leaves the sidebar for the composer. */
  leave(): void;
}

/**
 * Keys of the whole sidebar: only with the focus inside it, never while somebody types, and none that
 * Mattermost uses itself.
 */
export function handleSidebarKey(event: KeyboardEvent<HTMLElement>, acts: SidebarActs): void {
  const isTyping = (event.target as HTMLElement).closest('textarea, [contenteditable="true"]') !== null;
  if (isTyping || event.nativeEvent.isComposing || event.altKey || event.defaultPrevented) return;
  const act = actOf(event, acts);
  if (act === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  act();
}

function actOf(event: KeyboardEvent<HTMLElement>, acts: SidebarActs): (() => void) | undefined {
  const key = event.key.toLowerCase();
  if (event.ctrlKey || event.metaKey) return key === 'z' && !event.shiftKey ? acts.undo : undefined;
  if (key === 'n') return acts.newTodo;
  if (key === '?') return acts.toggleKeys;
  return key === 'escape' ? acts.leave : undefined;
}
