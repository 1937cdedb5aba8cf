import type { UserId } from '../../shared/ids.ts';
import { MINUTE_MS, type Clock } from '../../shared/time.ts';
import { makeShortMemory } from '../../shared/short-memory.ts';
import type { RestClient } from './rest-client.ts';

/** How long somebody who changes the language is answered in the one before. */
const KEEP_MS = 5 * MINUTE_MS;
const MAX_PEOPLE = 20_000;

interface Account {
  locale: string;
  isBot: boolean;
}

/** What is remembered of accounts; the client says how long an answer is waited for. Calls throw {RestError}. */
export function makeAccounts(now: Clock) {
  const memory = makeShortMemory<Account>({ now, keepMs: () => KEEP_MS, maxEntries: MAX_PEOPLE });
  return (client: Pick<RestClient, 'getUser'>, userId: UserId): Promise<Account> =>
    memory.recall(userId, async () => {
      const { locale, is_bot: isBot } = await client.getUser(userId);
      return { locale: String(locale ?? ''), isBot };
    });
}
