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

export function makeAccounts(api: Pick<PluginApi, 'GetUser'>, now: Clock): AccountOf {
  const memory = makeAccountMemory(now);
  return (userId) => memory.recall(userId, () => ask(api, userId));
}

async function ask(api: Pick<PluginApi, 'GetUser'>, userId: UserId): Promise<Account | undefined> {
  const user = await unlessMissing(api.GetUser(userId));
  return user === undefined ? undefined : accountFrom(user);
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
