import { afterEach, beforeEach, expect, it } from '@jest/globals';

import { MINUTE_MS } from '../../shared/time.ts';
import { startFakeRestServer } from '../fake/fake-rest-server.ts';
import { makeFakeMattermost } from '../fake/fake-mattermost.ts';
import { createMattermostRest, type MattermostRest } from './create-mattermost-rest.ts';

const site = makeFakeMattermost();
const bot = site.addPerson('todo', { is_bot: true });
const yui = site.addPerson('yui', { locale: 'ja' });

let now: number;
let server: Awaited<ReturnType<typeof startFakeRestServer>>;
let mattermost: MattermostRest;
beforeEach(async () => {
  now = 1_000_000;
  server = await startFakeRestServer(site);
  const { token: botToken } = site.signIn(bot.id);
  mattermost = createMattermostRest({ url: server.url, botToken, now: () => now });
});
afterEach(async () => {
  mattermost.close();
  await server.stop();
});

it('asks for the language of an account once, and again when it may have changed', async () => {
  expect(await mattermost.localeOf(yui.id)).toBe('ja');
  expect(await mattermost.localeOf(yui.id)).toBe('ja');
  expect(server.seen).toHaveLength(1);
  yui.locale = 'zh-CN';
  now += 5 * MINUTE_MS;
  expect(await mattermost.localeOf(yui.id)).toBe('zh-CN');
});

it('knows the language of the site from the question for its address', async () => {
  expect(await mattermost.siteLocale()).toBe('ja');
  expect(await mattermost.siteUrl()).toBe('https://chat.example.com');
  expect(server.seen).toHaveLength(1);
});

it('does not try twice when Mattermost has too much to do', async () => {
  server.failWith(() => ({ status: 429, headers: { 'Retry-After': '1' } }));
  await expect(mattermost.localeOf(yui.id)).rejects.toThrow();
  expect(server.seen).toHaveLength(1);
});
