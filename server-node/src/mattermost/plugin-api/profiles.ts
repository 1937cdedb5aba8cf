import type { PluginApi } from 'mattermost-plugin-host';

import type { UserId } from '../../shared/ids.ts';
import { SECOND_MS, type Clock } from '../../shared/time.ts';
import { makeShortMemory } from '../../shared/short-memory.ts';
import { unlessMissing } from './api-failure.ts';

/** What we need to know of an account. */
export interface Profile {
  username: string;
  isGuest: boolean;
  isBot: boolean;
  /** Such as `zh-CN`. */
  locale: string;
}

/** `undefined`: there is no such account, or it was switched off. @throws {AppError} mattermost_unavailable */
export type ProfileOf = (userId: UserId) => Promise<Profile | undefined>;

const KEEP_MS = 30 * SECOND_MS;
const MAX_PROFILES = 20_000;

export function makeProfiles(api: Pick<PluginApi, 'GetUser'>, now: Clock): ProfileOf {
  const memory = makeShortMemory<Profile | undefined>({
    now,
    keepMs: (profile) => (profile === undefined ? 0 : KEEP_MS),
    maxEntries: MAX_PROFILES,
  });
  return (userId) => memory.recall(userId, () => askProfile(api, userId));
}

async function askProfile(api: Pick<PluginApi, 'GetUser'>, userId: UserId): Promise<Profile | undefined> {
  const user = await unlessMissing(api.GetUser(userId));
  if (user === undefined || user.DeleteAt !== 0) return undefined;
  const isGuest = user.Roles.split(' ').includes('system_guest');
  return { username: user.Username, isGuest, isBot: user.IsBot, locale: user.Locale };
}
