import type { UserProfile } from '@mattermost/types/users';
import { basename } from './globals.ts';
import { RECEIVED_PROFILES_LIST } from './host-actions.ts';
import { currentTeam, type HostStore } from './host-state.ts';

/** More than this nobody looks through; typing on narrows them down. */
const MOST = 8;

/** As much of a person as is needed to choose them. */
export type FoundPerson = Pick<UserProfile, 'id' | 'username' | 'first_name' | 'last_name' | 'nickname'>;

const isPerson = (value: unknown): value is UserProfile => {
  const { id, username } = (value ?? {}) as Record<string, unknown>;
  return typeof id === 'string' && typeof username === 'string';
};

/** People of a channel, or of the team on the screen, whose names begin so; Mattermost knows who may be seen. */
export function makeFindPeople(store: HostStore, fetchFn: typeof fetch) {
  return async (name: string, channelId: string | null, signal: AbortSignal): Promise<FoundPerson[]> => {
    const teamId = currentTeam(store.getState())?.id ?? '';
    const place = channelId === null ? { in_team: teamId } : { in_team: teamId, in_channel: channelId };
    const query = new URLSearchParams({ ...place, name, limit: String(MOST) });
    const response = await fetchFn(`${basename()}/api/v4/users/autocomplete?${query.toString()}`, {
      credentials: 'include',
      headers: { 'X-Requested-With': 'XMLHttpRequest' },
      signal,
    });
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    const { users } = (await response.json()) as { users?: unknown };
    const people = Array.isArray(users) ? users.filter(isPerson) : [];
    store.dispatch({ type: RECEIVED_PROFILES_LIST, data: people });
    return people.filter((one) => one.is_bot !== true && !(one.delete_at > 0)).slice(0, MOST);
  };
}
