import type { Client4 } from '@mattermost/client';
import type { UserId } from '../../../shared/ids.ts';
import { HOUR_MS, type Clock } from '../../../shared/time.ts';
import { makeShortMemory } from '../short-memory.ts';

const MAX_ACCOUNTS = 20_000;

/** An account is a bot for all its life. Calls throw {RestError}. */
export function makeIsBot(
  client: Pick<Client4, 'getUser'>,
  now: Clock,
): (userId: UserId) => Promise<boolean> {
  const memory = makeShortMemory<boolean>({ now, keepMs: () => HOUR_MS, maxEntries: MAX_ACCOUNTS });
  return (userId) => memory.recall(userId, async () => (await client.getUser(userId)).is_bot);
}
