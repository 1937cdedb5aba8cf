import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import type { People } from '../callers/people.ts';
import type { ChannelId, UserId } from '../shared/ids.ts';
import { MINUTE_MS } from '../shared/time.ts';
import { startFakeRestServer } from './fake/fake-rest-server.ts';
import { makeFakeMattermost, TEAM_ID, type FakeMattermost } from './fake/fake-mattermost.ts';
import { makeFakePluginApi } from './fake/fake-plugin-api.ts';
import { makePeople } from './plugin-api/people.ts';
import { createMattermostRest } from './rest/create-mattermost-rest.ts';

interface Way {
  people: People;
  /** Sees only into teams and channels that the bot is in. */
  isBlind: boolean;
  goAway(): unknown;
  close(): Promise<void>;
}

let now: number;
const FAR_TEAM = 'farteam0000000000000000000';

const WAYS: [string, (site: FakeMattermost, bot: UserId) => Promise<Way>][] = [
  [
    'over REST',
    async (site, bot) => {
      const server = await startFakeRestServer(site);
      const { token: botToken } = site.signIn(bot);
      const rest = createMattermostRest({ url: server.url, botToken, now: () => now, sleep: async () => {} });
      const close = async () => (rest.close(), server.stop());
      return { people: rest.people, isBlind: true, goAway: () => server.stop(), close };
    },
  ],
  [
    'over the plugin API',
    async (site) => {
      let isAway = false;
      const api = makeFakePluginApi(site);
      const unlessAway =
        <Args extends unknown[], Result>(ask: (...args: Args) => Promise<Result>) =>
        async (...args: Args): Promise<Result> => {
          if (isAway) throw new Error('The connection is gone.');
          return ask(...args);
        };
      const people = makePeople({
        GetUsersByUsernames: unlessAway(api.GetUsersByUsernames),
        SearchUsers: unlessAway(api.SearchUsers),
        GetTeamsForUser: unlessAway(api.GetTeamsForUser),
        GetChannelsForTeamForUser: unlessAway(api.GetChannelsForTeamForUser),
      });
      return { people, isBlind: false, goAway: () => (isAway = true), close: async () => {} };
    },
  ],
];

describe.each(WAYS)('people, looked up %s', (_name, open) => {
  let site: FakeMattermost;
  let way: Way;
  let bot: UserId;
  let ann: UserId;
  beforeEach(async () => {
    now = 1_000_000;
    site = makeFakeMattermost();
    bot = site.addPerson('todo', { is_bot: true }).id;
    way = await open(site, bot);
    ann = site.addPerson('ann').id;
  });
  afterEach(() => way.close());

  it('are found by their usernames, those who are gone and bots as well', async () => {
    const bob = site.addPerson('bob', { delete_at: 5 }).id;
    const facts = { isBot: false, isGuest: false, isDeactivated: false };
    const found = await way.people.named(['ann', 'bob', 'todo', 'nobody']);
    expect(found).toHaveLength(3);
    expect(found).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ userId: ann, username: 'ann', ...facts }),
        expect.objectContaining({ userId: bob, username: 'bob', ...facts, isDeactivated: true }),
        expect.objectContaining({ userId: bot, username: 'todo', ...facts, isBot: true }),
      ]),
    );
  });

  it('are found by how a name of theirs begins, unless they are gone', async () => {
    site.addPerson('robert', { first_name: 'Bob' });
    site.addPerson('bobby');
    site.addPerson('boris', { delete_at: 5 });
    const found = await way.people.beginningWith('bo');
    expect(found.map(({ username }) => username).sort()).toEqual(['bobby', 'robert']);
    expect(await way.people.beginningWith('nobody')).toEqual([]);
  });

  it('share a team with those who are in one of theirs', async () => {
    const bob = site.addPerson('bob').id;
    const both = site.addPerson('both', { teams: [FAR_TEAM, TEAM_ID] }).id;
    const far = site.addPerson('far', { teams: [FAR_TEAM] }).id;
    const nowhere = site.addPerson('nowhere', { teams: [] }).id;
    expect(await way.people.sharingTeam(ann, [bob, both, far, nowhere])).toEqual(new Set([bob, both]));
    expect(await way.people.sharingTeam(nowhere, [ann])).toEqual(new Set());
    expect((await way.people.sharingTeam(far, [both])).has(both)).toBe(!way.isBlind);
    expect(await way.people.sharingTeam('x'.repeat(26) as UserId, [ann])).toEqual(new Set());
  });

  it('share a team no more when they have left it', async () => {
    const bob = site.addPerson('bob');
    expect(await way.people.sharingTeam(ann, [bob.id])).toEqual(new Set([bob.id]));
    bob.teams = [];
    expect(await way.people.sharingTeam(ann, [bob.id])).toEqual(new Set());
  });

  it('share a channel with those who are in one of theirs, which the bot may have to be in', async () => {
    const [gina, guest] = [site.addPerson('gina').id, site.addPerson('guest', { roles: 'system_guest' }).id];
    const closed = site.addChannel('P', [ann, gina]);
    site.addChannel('O', [bot, guest]);
    expect((await way.people.sharingChannel(ann, [gina, guest])).has(gina)).toBe(!way.isBlind);
    closed.members.add(bot);
    now += MINUTE_MS;
    expect(await way.people.sharingChannel(ann, [gina, guest])).toEqual(new Set([gina]));
    expect(await way.people.sharingChannel(guest, [ann])).toEqual(new Set());
    closed.members.delete(gina);
    expect(await way.people.sharingChannel(ann, [gina])).toEqual(new Set());
  });

  it('share no channel only because both write to the bot', async () => {
    const bob = site.addPerson('bob').id;
    site.openDirect(bot, ann);
    site.openDirect(bot, bob);
    expect(await way.people.sharingChannel(ann, [bob])).toEqual(new Set());
  });

  it('cannot be looked up while Mattermost is away', async () => {
    await way.goAway();
    const away = { code: 'mattermost_unavailable' };
    await expect(way.people.named(['ann'])).rejects.toMatchObject(away);
    await expect(way.people.beginningWith('a')).rejects.toMatchObject(away);
    await expect(way.people.sharingTeam(ann, [bot])).rejects.toMatchObject(away);
    await expect(way.people.sharingChannel(ann, ['x'.repeat(26) as UserId])).rejects.toMatchObject(away);
  });
});

it('of a channel that the bot was taken out of nothing is known', async () => {
  const site = makeFakeMattermost();
  const [bot, ann, bob] = ['todo', 'ann', 'bob'].map((name) => site.addPerson(name).id) as [
    UserId,
    UserId,
    UserId,
  ];
  const server = await startFakeRestServer(site);
  const rest = createMattermostRest({ url: server.url, botToken: site.signIn(bot).token, now: () => 0 });
  const closed = site.addChannel('P', [bot, ann, bob]).id;
  expect(await rest.people.sharingChannel(ann, [bob])).toEqual(new Set([bob]));
  site.channels.get(closed as ChannelId)?.members.delete(bot);
  expect(await rest.people.sharingChannel(ann, [bob])).toEqual(new Set());
  rest.close();
  await server.stop();
});
