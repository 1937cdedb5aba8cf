import { afterEach, beforeEach, expect, it } from '@jest/globals';

import { startFakeRestServer } from '../fake/fake-rest-server.ts';
import { makeFakeMattermost } from '../fake/fake-mattermost.ts';
import { createMattermostRest, type MattermostRest } from './create-mattermost-rest.ts';

const site = makeFakeMattermost();
const bot = site.addPerson('todo', { is_bot: true });

let server: Awaited<ReturnType<typeof startFakeRestServer>>;
let mattermost: MattermostRest;
beforeEach(async () => {
  server = await startFakeRestServer(site);
  const { token: botToken } = site.signIn(bot.id);
  mattermost = createMattermostRest({ url: server.url, botToken, now: Date.now });
});
afterEach(async () => {
  mattermost.close();
  await server.stop();
});

it('knows the language of the site from the question for its address', async () => {
  expect(await mattermost.siteLocale()).toBe('ja');
  expect(await mattermost.siteUrl()).toBe('https://chat.example.com');
  expect(server.seen).toHaveLength(1);
});
