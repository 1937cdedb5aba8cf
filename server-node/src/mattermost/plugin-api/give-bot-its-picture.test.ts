import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { userId } from '../../testing/people.ts';
import { giveBotItsPicture, type BotPictureApi } from './give-bot-its-picture.ts';

const BOT = userId('bot');
let folder: string;
let given: string[];
let kept: Map<string, Buffer>;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'todo-bundle-'));
  await mkdir(join(folder, 'assets'));
  [given, kept] = [[], new Map()];
});
afterEach(() => rm(folder, { recursive: true }));

const api: BotPictureApi = {
  GetBundlePath: async () => folder,
  KVGet: async (key) => kept.get(key) ?? null,
  KVSet: async (key, value) => void kept.set(key, Buffer.from(value)),
  SetProfileImage: async (id, picture) => void given.push(`${id}: ${Buffer.from(picture).toString()}`),
};

it('gives the picture once, and again only to another account', async () => {
  await writeFile(join(folder, 'assets/bot.png'), 'picture');
  await giveBotItsPicture(api, BOT);
  await giveBotItsPicture(api, BOT);
  expect(given).toEqual([`${BOT}: picture`]);
  await giveBotItsPicture(api, userId('other'));
  expect(given).toHaveLength(2);
});

it('tries again at the next start when there was none', async () => {
  await expect(giveBotItsPicture(api, BOT)).rejects.toThrow('ENOENT');
  await writeFile(join(folder, 'assets/bot.png'), 'picture');
  await giveBotItsPicture(api, BOT);
  expect(given).toHaveLength(1);
});
