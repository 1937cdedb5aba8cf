/** How long a window must have been away before its return is a reason to fetch. */
const AWAY_MS = 5_000;

export interface Presence {
  /** The window went out of sight. */
  onHidden(): void;
  /** It is seen again; `isLong` after more than a glance elsewhere. */
  onSeen(isLong: boolean): void;
  /** The browser says that the network is gone. */
  onOffline(): void;
  /** The network is back, or the page comes out of the browser's cache. */
  onBack(): void;
  now: () => number;
}

/** Follows whether the person and the network are there. Returns how to stop. */
export function followPresence({ onHidden, onSeen, onOffline, onBack, now }: Presence): () => void {
  let hiddenAt = now();
  const onVisibility = () => {
    if (document.visibilityState !== 'hidden') return onSeen(now() - hiddenAt > AWAY_MS);
    hiddenAt = now();
    onHidden();
  };
  const onPageShow = (event: PageTransitionEvent) => {
    if (event.persisted) onBack();
  };
  window.addEventListener('online', onBack);
  window.addEventListener('offline', onOffline);
  window.addEventListener('pageshow', onPageShow);
  document.addEventListener('visibilitychange', onVisibility);
  return () => {
    window.removeEventListener('online', onBack);
    window.removeEventListener('offline', onOffline);
    window.removeEventListener('pageshow', onPageShow);
    document.removeEventListener('visibilitychange', onVisibility);
  };
}
