import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ApiError, type Channel, type Post, type User } from 'mattermost-plugin-host';

import type { FindPost } from '../callers/written-post.ts';
import type { PostId, UserId } from '../shared/ids.ts';
import { startFakeRestServer } from './fake/fake-rest-server.ts';
import { makeFakeMattermost, TEAM_ID, type FakeMattermost } from './fake/fake-mattermost.ts';
import { makeFindPost as findByPlugin } from './plugin-api/find-post.ts';
import { makeAccounts } from './plugin-api/accounts.ts';
import { createMattermostRest } from './rest/create-mattermost-rest.ts';
import { makeFindPost as findByRest } from './rest/find-post.ts';

interface Finder {
  find: FindPost;
  goAway(): Promise<unknown>;
  close(): Promise<unknown>;
}

const FINDERS: [string, (site: FakeMattermost, token: string) => Promise<Finder>][] = [
  [
    'over REST',
    async (site, botToken) => {
      const server = await startFakeRestServer(site);
      const rest = createMattermostRest({ url: server.url, botToken, now: Date.now, sleep: async () => {} });
      const close = async () => (rest.close(), server.stop());
      return { find: findByRest(rest.client, rest.accountOf, Date.now), goAway: () => server.stop(), close };
    },
  ],
  ['over the plugin API', async (site) => pluginFinder(site)],
];

function pluginFinder(site: FakeMattermost): Finder {
  let away = false;
  const answer = async <T>(ask: () => T | undefined): Promise<T> => {
    if (away) throw new Error('The connection is gone.');
    const found = ask();
    if (found === undefined) throw new ApiError('Get', { StatusCode: 404, Id: 'app.missing' });
    return found;
  };
  const api = {
    GetPost: (id: string) => answer(() => postOf(site, id)),
    GetChannel: (id: string) => answer(() => channelOf(site, id)),
    GetUser: (id: string) => answer(() => userOf(site, id)),
    GetPreferenceForUser: () => answer<never>(() => undefined),
  };
  const find = findByPlugin(api, makeAccounts(api, Date.now));
  return { find, goAway: async () => void (away = true), close: async () => {} };
}

function postOf(site: FakeMattermost, id: string): Post | undefined {
  const post = site.posts.find((one) => one.id === id);
  if (post === undefined) return undefined;
  const {
    channel_id: ChannelId,
    user_id: UserId,
    message: Message,
    create_at: CreateAt,
    edit_at: EditAt,
    delete_at: DeleteAt,
    props: Props,
    type: Type = '',
  } = post;
  const said = { Id: id, ChannelId, UserId, Message, Type, CreateAt, EditAt, DeleteAt, Props };
  return said as unknown as Post;
}

function channelOf(site: FakeMattermost, id: string): Channel | undefined {
  const channel = [...site.channels.values()].find((one) => one.id === id);
  if (channel === undefined) return undefined;
  return { Id: id, Type: channel.type, TeamId: channel.team_id, DeleteAt: channel.delete_at } as Channel;
}

function userOf(site: FakeMattermost, id: string): User | undefined {
  const person = site.people.get(id as UserId);
  return person && ({ Id: id, Roles: '', DeleteAt: 0, IsBot: person.is_bot } as unknown as User);
}

describe.each(FINDERS)('a message that is looked up %s', (by, open) => {
  let site: FakeMattermost;
  let finder: Finder;
  let alice: UserId;
  beforeEach(async () => {
    site = makeFakeMattermost();
    alice = site.addPerson('alice').id;
    const bot = site.addPerson('todo', { is_bot: true });
    finder = await open(site, site.signIn(bot.id).token);
  });
  afterEach(() => finder.close());

  const write = (type: 'O' | 'P' = 'O', props = {}) => {
    const channel = site.addChannel(type, [alice]);
    return { channel, post: site.createPost(alice, { channel_id: channel.id, message: 'todo a', props }) };
  };

  it('is told with its channel, team and author, though the bot is not in that public channel', async () => {
    const { channel, post } = write();
    expect(await finder.find(post.id)).toEqual({
      ...{ postId: post.id, channelId: channel.id, teamId: TEAM_ID, userId: alice, text: 'todo a' },
      ...{ writtenAt: post.create_at, isPublic: true, isArchived: false, isEdited: false },
      ...{ isOfProgram: false, isOfMattermost: false },
    });
  });

  it.each(['from_webhook', 'from_bot', 'from_plugin'])(
    'says when it was a program that wrote it (%s), and when its channel is archived',
    async (mark) => {
      const { channel, post } = write('O', { [mark]: 'true' });
      channel.delete_at = 1;
      expect(await finder.find(post.id)).toMatchObject({ isOfProgram: true, isArchived: true });
    },
  );

  it('says when it was a bot that wrote it, though the mark was taken off', async () => {
    const robot = site.addPerson('robot', { is_bot: true }).id;
    const channel = site.addChannel('O', [robot]);
    const post = site.createPost(robot, { channel_id: channel.id, message: 'todo a', props: {} });
    expect(await finder.find(post.id)).toMatchObject({ isOfProgram: true, isPublic: true });
  });

  it('says when it was edited, since those who may edit others’ messages leave no name', async () => {
    const { post } = write();
    post.edit_at = post.create_at + 1;
    expect(await finder.find(post.id)).toMatchObject({ isEdited: true });
  });

  it('says when Mattermost itself has written it', async () => {
    const { post } = write();
    post.type = 'system_join_channel';
    expect(await finder.find(post.id)).toMatchObject({ isOfMattermost: true });
  });

  it('is not found when it never was, was deleted, or has no proper id', async () => {
    const { post } = write();
    site.deletePost(post.id);
    for (const id of [post.id, 'a'.repeat(26), '../users/me']) {
      expect(await finder.find(id as PostId)).toBeUndefined();
    }
  });

  it('is found in a private channel only by a host that may read it', async () => {
    const { post } = write('P');
    const found = await finder.find(post.id);
    if (by === 'over REST') expect(found).toBeUndefined();
    else expect(found).toMatchObject({ isPublic: false });
  });

  it('is not said to be missing when Mattermost cannot be asked', async () => {
    const { post } = write();
    await finder.goAway();
    await expect(finder.find(post.id)).rejects.toMatchObject({ code: 'mattermost_unavailable' });
  });
});
