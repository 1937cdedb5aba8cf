import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PluginApi } from 'mattermost-plugin-host';
import type { UserId } from '../../shared/ids.ts';

export type BotPictureApi = Pick<PluginApi, 'GetBundlePath' | 'KVGet' | 'KVSet' | 'SetProfileImage'>;

/** Below the unpacked bundle. */
const PICTURE = 'assets/bot.png';
const GIVEN = 'bot_picture';

/** Once for all times, so that a picture that an administrator chooses stays. */
export async function giveBotItsPicture(api: BotPictureApi, botId: UserId): Promise<void> {
  const given = await api.KVGet(GIVEN);
  if (given?.toString() === botId) return;
  await api.SetProfileImage(botId, await readFile(join(await api.GetBundlePath(), PICTURE)));
  await api.KVSet(GIVEN, Buffer.from(botId));
}
