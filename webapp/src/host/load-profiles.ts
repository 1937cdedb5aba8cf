import { RECEIVED_PROFILES_LIST } from './host-actions.ts';
import type { HostStore } from './host-state.ts';
import { userById } from './host-state.ts';
import { basename } from './globals.ts';

/**
 * Asks Mattermost for people that its store does not know yet, once each, and hands them to the store.
 * A failure is not shown: names then read as "Someone", and the next call tries again.
 */
export function makeLoadProfiles(store: HostStore, fetchFn: typeof fetch, cookies: () => string) {
  const asked = new Set<string>();
  return async (ids: readonly string[]): Promise<void> => {
    const missing = [...new Set(ids)].filter(
      (id) => id !== '' && !asked.has(id) && userById(store.getState(), id) === undefined,
    );
    if (missing.length === 0) return;
    missing.forEach((id) => asked.add(id));
    try {
      const response = await fetchFn(`${basename()}/api/v4/users/ids`, {
        method: 'POST',
        credentials: 'include',
        headers: {
          'Content-Type': 'application/json',
          'X-Requested-With': 'XMLHttpRequest',
          'X-CSRF-Token': /(?:^|;\s*)MMCSRF=([^;]*)/.exec(cookies())?.[1] ?? '',
        },
        body: JSON.stringify(missing),
      });
      if (!response.ok) throw new Error(`HTTP ${response.status}`);
      const profiles: unknown = await response.json();
      if (Array.isArray(profiles)) store.dispatch({ type: RECEIVED_PROFILES_LIST, data: profiles });
    } catch {
      missing.forEach((id) => asked.delete(id));
    }
  };
}

export type LoadProfiles = ReturnType<typeof makeLoadProfiles>;
