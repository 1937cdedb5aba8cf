import { ApiError, type PluginApi } from 'mattermost-plugin-host';

import { AppError } from '../../shared/app-error.ts';
import type { UserId } from '../../shared/ids.ts';

const BOT = {
  Username: 'todo',
  DisplayName: 'Todo',
  Description: 'Answers commands to the to-do lists of people and channels.',
};

/** Makes the account that answers, or finds it again. @throws {AppError} invalid_config when its name is taken */
export async function ensureBot(
  api: Pick<PluginApi, 'EnsureBotUser'>,
): Promise<{ userId: UserId; username: string }> {
  try {
    return { userId: (await api.EnsureBotUser(BOT)) as UserId, username: BOT.Username };
  } catch (cause) {
    if (!(cause instanceof ApiError)) throw cause;
    const message = `The bot account @${BOT.Username} could not be made: ${cause.message}. If a person has this name, rename that account, then enable the plugin again.`;
    throw new AppError('invalid_config', message, { cause });
  }
}
