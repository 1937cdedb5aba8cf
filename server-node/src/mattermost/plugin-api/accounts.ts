import type { PluginApi, User } from 'mattermost-plugin-host';

import {
  isGuestRole,
  makeAccountMemory,
  timeZoneOf,
  type Account,
  type AccountOf,
} from '../../callers/account.ts';
import type { UserId } from '../../shared/ids.ts';
import type { Clock } from '../../shared/time.ts';
import { unlessMissing } from './api-failure.ts';

export type AccountsApi = Pick<PluginApi, 'GetUser' | 'GetPreferenceForUser'>;

export function makeAccounts(api: AccountsApi, now: Clock): AccountOf {
  const memory = makeAccountMemory(now);
  return (userId) => memory.recall(userId, () => ask(api, userId));
}

async function ask(api: AccountsApi, userId: UserId): Promise<Account | undefined> {
  const [user, hours] = await Promise.all([unlessMissing(api.GetUser(userId)), hoursShown(api, userId)]);
  return user === undefined ? undefined : { ...accountFrom(user), ...hours };
}

/** Nothing for those who never chose, which Mattermost calls an error, nor for anything else but a choice. */
async function hoursShown(api: AccountsApi, userId: UserId): Promise<Pick<Account, 'hours'>> {
  const asked = api.GetPreferenceForUser(userId, 'display_settings', 'use_military_time');
  const chosen = (await asked.catch(() => undefined))?.Value;
  if (chosen === 'true') return { hours: 24 };
  return chosen === 'false' ? { hours: 12 } : {};
}

export const accountFrom = (user: User): Account => ({
  userId: user.Id as UserId,
  username: user.Username,
  locale: user.Locale,
  timeZone: timeZoneOf(user.Timezone),
  isBot: user.IsBot,
  isGuest: isGuestRole(user.Roles),
  isDeactivated: user.DeleteAt > 0,
});
