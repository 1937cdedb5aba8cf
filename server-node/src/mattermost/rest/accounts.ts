import { z } from 'zod';

import {
  isGuestRole,
  makeAccountMemory,
  timeZoneOf,
  type Account,
  type AccountOf,
} from '../../callers/account.ts';
import { isMattermostId, type UserId } from '../../shared/ids.ts';
import type { Clock } from '../../shared/time.ts';
import type { RestClient } from './rest-client.ts';
import { orUnavailable, unlessHidden } from './rest-error.ts';

/** The part of Mattermost's user that we use. */
export const userSchema = z.object({
  id: z.string().refine(isMattermostId),
  username: z.string(),
  roles: z.string(),
  delete_at: z.number().default(0),
  is_bot: z.boolean().default(false),
  locale: z.string().default(''),
  timezone: z.record(z.string(), z.string()).nullish(),
});

export const accountFrom = (user: z.output<typeof userSchema>): Account => ({
  userId: user.id as UserId,
  username: user.username,
  locale: user.locale,
  timeZone: timeZoneOf(user.timezone),
  isBot: user.is_bot,
  isGuest: isGuestRole(user.roles),
  isDeactivated: user.delete_at > 0,
});

/** Asks as the bot. */
export function makeAccounts(client: Pick<RestClient, 'getUser'>, now: Clock): AccountOf {
  const memory = makeAccountMemory(now);
  return async (userId) =>
    isMattermostId(userId)
      ? memory.recall(userId, () => orUnavailable(unlessHidden(ask(client, userId))))
      : undefined;
}

const ask = async (client: Pick<RestClient, 'getUser'>, userId: UserId): Promise<Account> =>
  accountFrom(userSchema.parse(await client.getUser(userId)));
