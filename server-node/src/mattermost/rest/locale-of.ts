import type { Client4 } from '@mattermost/client';

import type { UserId } from '../../shared/ids.ts';
import { MINUTE_MS, type Clock } from '../../shared/time.ts';
import { makeShortMemory } from './short-memory.ts';

/** How long somebody who changes the language is answered in the one before. */
const KEEP_MS = 5 * MINUTE_MS;
const MAX_PEOPLE = 20_000;

/** The language of an account, asked as the bot. @throws {RestError} */
export function makeLocaleOf(client: Pick<Client4, 'getUser'>, now: Clock) {
  const memory = makeShortMemory<string>({ now, keepMs: () => KEEP_MS, maxEntries: MAX_PEOPLE });
  return (userId: UserId): Promise<string> =>
    memory.recall(userId, async () => String((await client.getUser(userId)).locale ?? ''));
}
