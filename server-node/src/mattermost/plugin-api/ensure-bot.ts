import { setTimeout as sleep } from 'node:timers/promises';
import { ApiError, type PluginApi } from 'mattermost-plugin-host';

import { AppError } from '../../shared/app-error.ts';
import type { UserId } from '../../shared/ids.ts';
import { isMissing } from './api-failure.ts';

const BOT = {
  Username: 'todo',
  DisplayName: 'Todo',
  Description: 'Answers commands to the to-do lists of people and channels.',
};

export type BotApi = Pick<PluginApi, 'EnsureBotUser' | 'GetBot'>;
export interface BotOfPlugin {
  userId: UserId;
  username: string;
}

const TRIES = 3;
/** Nodes that start at once for the first time all make the bot; then one of them does, and the others find it. */
const PAUSE_MS = 300;

/** Makes the account that answers, or finds it again. @throws {AppError} invalid_config when its name is taken */
export async function ensureBot(api: BotApi): Promise<BotOfPlugin> {
  for (let tries = 1; ; tries += 1) {
    try {
      return { userId: await ensureOnce(api), username: BOT.Username };
    } catch (cause) {
      if (!(cause instanceof ApiError) && !(cause instanceof NotABot)) throw cause;
      if (tries === TRIES) throw nameTaken(cause);
    }
    await sleep(PAUSE_MS);
  }
}

/** Where a person has the name, Mattermost hands over that person's id as if all were well. */
async function ensureOnce(api: BotApi): Promise<UserId> {
  const userId = await api.EnsureBotUser(BOT);
  try {
    await api.GetBot(userId, true);
    return userId as UserId;
  } catch (error) {
    throw isMissing(error) ? new NotABot() : error;
  }
}

class NotABot extends Error {
  override message = 'the name belongs to a person';
}

function nameTaken(cause: Error): AppError {
  const message = `The bot account @${BOT.Username} could not be made: ${cause.message}. If a person has this name, rename that account.`;
  return new AppError('invalid_config', message, { cause });
}
