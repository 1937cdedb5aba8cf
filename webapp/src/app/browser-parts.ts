import { makeApi, type Api } from '../api/api.ts';
import type { Wire } from '../api/request.ts';
import { basename } from '../host/globals.ts';

/** What the app takes from the browser; tests bring their own. */
export interface BrowserParts {
  api: Api;
  wire: Pick<Wire, 'fetch' | 'cookies'>;
  now: () => number;
  random: () => number;
  isVisible: () => boolean;
  locks: LockManager | undefined;
  openChannel: (name: string) => BroadcastChannel | undefined;
  /** Outlives the window; `null` where the browser forbids it. */
  keeping: Storage | null;
  /** Lives as long as the window. */
  passing: Storage | null;
}

export function browserParts(): BrowserParts {
  const wire: Wire = {
    fetch: (input, init) => window.fetch(input, init),
    basename,
    cookies: () => document.cookie,
    isOnline: () => navigator.onLine,
  };
  return {
    api: makeApi(wire),
    wire,
    now: () => Date.now(),
    random: Math.random,
    isVisible: () => document.visibilityState === 'visible',
    locks: navigator.locks as LockManager | undefined,
    openChannel: (name) => (typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(name)),
    keeping: storageOrNull('localStorage'),
    passing: storageOrNull('sessionStorage'),
  };
}

/** Reading the property alone throws where the browser forbids storage. */
function storageOrNull(kind: 'localStorage' | 'sessionStorage'): Storage | null {
  try {
    return window[kind];
  } catch {
    return null;
  }
}
