import { isMattermostId, type UserId } from '../../shared/ids.ts';
import { HOUR_MS, type Clock } from '../../shared/time.ts';
import { RestError } from './rest-error.ts';
import { makeShortMemory } from '../../shared/short-memory.ts';
import type { RestClient } from './rest-client.ts';

export interface BotAccount {
  userId: UserId;
  username: string;
}

/** Who the bot is; asked once an hour. @throws {RestError} */
export function makeBotAccount(client: RestClient, now: Clock): () => Promise<BotAccount> {
  const memory = makeShortMemory<BotAccount>({ now, keepMs: () => HOUR_MS, maxEntries: 1 });
  return () => memory.recall('me', () => askBotAccount(client));
}

/** @throws {RestError} */
export async function askBotAccount(client: RestClient): Promise<BotAccount> {
  const { id, username } = await client.getMe();
  if (!isMattermostId(String(id))) {
    throw new RestError('GET /api/v4/users/me: no user came', { status: 200, id: 'not_mattermost' });
  }
  return { userId: id as UserId, username };
}
