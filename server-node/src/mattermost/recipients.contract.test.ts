import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import type { ChannelId, UserId } from '../shared/ids.ts';
import { SECOND_MS } from '../shared/time.ts';
import type { Recipients } from '../reminders/ports.ts';
import { startFakeRestServer } from './fake/fake-rest-server.ts';
import { makeFakeMattermost, TEAM_ID, type FakeMattermost } from './fake/fake-mattermost.ts';
import { makeFakePluginApi } from './fake/fake-plugin-api.ts';
import { makeAccounts } from './plugin-api/accounts.ts';
import { makeAccess } from './plugin-api/channel-access.ts';
import { makeRecipients } from './plugin-api/recipients.ts';
import { createMattermostRest } from './rest/create-mattermost-rest.ts';

interface Way {
  recipients: Recipients;
  /** Private channels without the bot in them are hidden from it. */
  isBlind: boolean;
  goAway(): Promise<unknown>;
  close(): Promise<void>;
}

let waitedMs = 0;
const now = () => Date.now() + waitedMs;

const WAYS: [string, (site: FakeMattermost) => Promise<Way>][] = [
  [
    'over REST',
    async (site) => {
      const server = await startFakeRestServer(site);
      const { token: botToken } = site.signIn(site.addPerson('todo', { is_bot: true }).id);
      const sleep = async () => {};
      const rest = createMattermostRest({ url: server.url, botToken, now, sleep });
      const close = async () => (rest.close(), server.stop());
      return { recipients: rest.recipients, isBlind: true, goAway: () => server.stop(), close };
    },
  ],
  [
    'over the plugin API',
    async (site) => {
      let isAway = false;
      const api = makeFakePluginApi(site);
      const GetUserStatusesByIds: typeof api.GetUserStatusesByIds = async (ids) => {
        if (isAway) throw new Error('The connection is gone.');
        return api.GetUserStatusesByIds(ids);
      };
      const accessOf = makeAccess(api, now);
      const recipients = makeRecipients({
        api: { ...api, GetUserStatusesByIds },
        accessOf,
        accountOf: makeAccounts(api, now),
        siteUrl: 'https://chat.example.com/',
      });
      return { recipients, isBlind: false, goAway: async () => (isAway = true), close: async () => {} };
    },
  ],
];

describe.each(WAYS)('people who are not calling, asked about %s', (_name, open) => {
  let site: FakeMattermost;
  let way: Way;
  let ann: UserId;
  beforeEach(async () => {
    waitedMs = 0;
    site = makeFakeMattermost();
    way = await open(site);
    ann = site.addPerson('ann').id;
  });
  afterEach(() => way.close());

  it('are left alone until their time, or until they say otherwise', async () => {
    const bob = site.addPerson('bob', { status: 'dnd', dnd_end_time: 1_800_000 }).id;
    const eve = site.addPerson('eve', { status: 'dnd' }).id;
    const joe = site.addPerson('joe', { status: 'away' }).id;
    expect(await way.recipients.doNotDisturb([ann, bob, eve, joe])).toEqual(
      new Map([
        [bob, 1_800_000 * SECOND_MS],
        [eve, null],
      ]),
    );
  });

  it('may read channels that they are in, and public ones of their team, and these have a place', async () => {
    const guest = site.addPerson('guest', { roles: 'system_guest', teams: [TEAM_ID] }).id;
    const open = site.addChannel('O').id;
    const place = { name: `N ${open}`, path: `/crew/channels/n-${open}` };
    expect(await way.recipients.channelSeenBy(ann, open)).toEqual({ mayRead: true, ...place });
    expect((await way.recipients.channelSeenBy(guest, open)).mayRead).toBe(false);
    site.channels.get(open)?.members.add(guest);
    expect(await way.recipients.channelSeenBy(guest, open)).toMatchObject(place);
  });

  it('are told whom a direct channel is with', async () => {
    const isBot = ({ is_bot }: { is_bot: boolean }) => is_bot;
    const other = [...site.people.values()].find(isBot) ?? site.addPerson('bob');
    const { id } = site.openDirect(ann, other.id);
    const seen = { mayRead: true, name: `@${other.username}`, path: undefined };
    expect(await way.recipients.channelSeenBy(ann, id)).toEqual(seen);
  });

  it('may not read public channels of a team that they have left', async () => {
    const bob = site.addPerson('bob');
    const open = site.addChannel('O').id;
    expect((await way.recipients.channelSeenBy(bob.id, open)).mayRead).toBe(true);
    bob.teams = [];
    expect((await way.recipients.channelSeenBy(bob.id, open)).mayRead).toBe(false);
  });

  it('are not taken for readers of a private channel that nobody can look into', async () => {
    const closed = site.addChannel('P', [ann]).id;
    const bob = site.addPerson('bob').id;
    expect((await way.recipients.channelSeenBy(ann, closed)).mayRead).toBe(way.isBlind ? 'unknown' : true);
    expect((await way.recipients.channelSeenBy(bob, closed)).mayRead).toBe(way.isBlind ? 'unknown' : false);
    const nowhere = await way.recipients.channelSeenBy(ann, 'x'.repeat(26) as ChannelId);
    expect(nowhere.mayRead).not.toBe(true);
  });

  it('may not read a public channel any more half a minute after it was made private', async () => {
    const channel = site.addChannel('O');
    expect((await way.recipients.channelSeenBy(ann, channel.id)).mayRead).toBe(true);
    channel.type = 'P';
    waitedMs += 30 * SECOND_MS;
    expect((await way.recipients.channelSeenBy(ann, channel.id)).mayRead).toBe(
      way.isBlind ? 'unknown' : false,
    );
  });

  it('are known to read a private channel seconds after the bot was invited to it', async () => {
    const { id, members } = site.addChannel('P', [ann]);
    await way.recipients.channelSeenBy(ann, id);
    for (const person of site.people.values()) if (person.is_bot) members.add(person.id);
    waitedMs += 3 * SECOND_MS;
    expect(await way.recipients.channelSeenBy(ann, id)).toMatchObject({ mayRead: true, name: `N ${id}` });
  });

  it('cannot be asked about while Mattermost is away', async () => {
    await way.goAway();
    await expect(way.recipients.doNotDisturb([ann])).rejects.toMatchObject({
      code: 'mattermost_unavailable',
    });
  });

  it('know the site by its address', async () => {
    expect(await way.recipients.siteUrl()).toBe('https://chat.example.com');
  });
});
