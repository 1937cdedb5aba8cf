import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import type { ChannelStateFor } from '../callers/channel-state-for.ts';
import type { ChannelId, UserId } from '../shared/ids.ts';
import type { ChannelState } from '../todos/rights.ts';
import { startFakeRestServer } from './fake/fake-rest-server.ts';
import { makeFakeMattermost, TEAM_ID, type FakeMattermost } from './fake/fake-mattermost.ts';
import { makeFakePluginApi } from './fake/fake-plugin-api.ts';
import { makeAccounts } from './plugin-api/accounts.ts';
import { createMattermostPluginApi } from './plugin-api/create-mattermost-plugin-api.ts';
import { createMattermostRest } from './rest/create-mattermost-rest.ts';

interface Way {
  stateFor: ChannelStateFor;
  close(): Promise<void>;
}

const WAYS: [string, (site: FakeMattermost, botId: UserId) => Promise<Way>][] = [
  [
    'over REST',
    async (site, botId) => {
      const server = await startFakeRestServer(site);
      const { token: botToken } = site.signIn(botId);
      const rest = createMattermostRest({ url: server.url, botToken, now: Date.now });
      return { stateFor: rest.channelStateFor, close: async () => (rest.close(), server.stop()) };
    },
  ],
  [
    'over the plugin API',
    async (site, botId) => {
      const api = makeFakePluginApi(site);
      const accountOf = makeAccounts(api, Date.now);
      const more = { userOf: () => undefined, botId: () => botId, siteUrl: '', now: Date.now };
      const { channelStateFor } = createMattermostPluginApi({ api, accountOf, ...more });
      return { stateFor: channelStateFor, close: async () => {} };
    },
  ],
];

describe.each(WAYS)('a channel, asked about for a person who is not calling %s', (_name, open) => {
  let site: FakeMattermost;
  let way: Way;
  let bot: UserId;
  const person = (username: string, facts = {}) => site.addPerson(username, facts).id;
  beforeEach(async () => {
    site = makeFakeMattermost();
    bot = person('todo', { is_bot: true });
    way = await open(site, bot);
  });
  afterEach(() => way.close());

  it.each<[string, ChannelState, (ann: UserId) => ChannelId]>([
    ['of whose members they are one', 'open', (ann) => site.addChannel('P', [bot, ann]).id],
    ['that they have left', 'unreadable', () => site.addChannel('P', [bot]).id],
    ['that is public in their team', 'open', () => site.addChannel('O', [bot]).id],
    ['that is archived', 'archived', (ann) => archived(site.addChannel('P', [bot, ann]).id)],
    ['that never was', 'unreadable', () => 'a'.repeat(26) as ChannelId],
    ['whose id is none', 'unreadable', () => '../users/me' as ChannelId],
  ])('%s is %s', async (_which, state, channelFor) => {
    const ann = person('ann');
    expect(await way.stateFor(ann, channelFor(ann))).toBe(state);
  });

  it('that is public is unreadable to a guest who is not in it', async () => {
    const guest = person('guest', { roles: 'system_guest', teams: [TEAM_ID] });
    expect(await way.stateFor(guest, site.addChannel('O', [bot]).id)).toBe('unreadable');
    expect(await way.stateFor(guest, site.addChannel('O', [bot, guest]).id)).toBe('open');
  });

  it('is asked about each time', async () => {
    const ann = person('ann');
    const channel = site.addChannel('P', [bot, ann]);
    expect(await way.stateFor(ann, channel.id)).toBe('open');
    channel.members.delete(ann);
    expect(await way.stateFor(ann, channel.id)).toBe('unreadable');
  });

  function archived(id: ChannelId): ChannelId {
    Object.assign(site.channels.get(id) ?? {}, { delete_at: 1 });
    return id;
  }
});
