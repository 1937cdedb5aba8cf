import { useSyncExternalStore } from 'react';

/** One thing to be shown at a time, set from outside React. */
export function makeNotices<T>() {
  let shown: T | null = null;
  const listeners = new Set<() => void>();
  const show = (next: T | null) => {
    shown = next;
    listeners.forEach((tell) => tell());
  };
  return {
    show,
    clear: () => show(null),
    read: () => shown,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

export type Notices<T> = ReturnType<typeof makeNotices<T>>;

export function useNotice<T>(notices: Notices<T>): T | null {
  return useSyncExternalStore(notices.subscribe, notices.read);
}
