import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ApiError, type Channel, type Post } from 'mattermost-plugin-host';

import type { FindPost } from '../callers/written-post.ts';
import type { PostId, UserId } from '../shared/ids.ts';
import { startFakeRestServer } from './fake/fake-rest-server.ts';
import { makeFakeMattermost, TEAM_ID, type FakeMattermost } from './fake/fake-mattermost.ts';
import { makeFindPost as findByPlugin } from './plugin-api/find-post.ts';
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
      return { find: findByRest(rest.client, Date.now), goAway: () => server.stop(), close };
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
  const find = findByPlugin({
    GetPost: (id) => answer(() => postOf(site, id)),
    GetChannel: (id) => answer(() => channelOf(site, id)),
  });
  return { find, goAway: async () => void (away = true), close: async () => {} };
}

function postOf(site: FakeMattermost, id: string): Post | undefined {
  const post = site.posts.find((one) => one.id === id);
  if (post === undefined) return undefined;
  const {
    channel_id: ChannelId,
    user_id: UserId,
    message: Message,
    delete_at: DeleteAt,
    props: Props,
  } = post;
  return { Id: id, ChannelId, UserId, Message, DeleteAt, Props } as unknown as Post;
}

function channelOf(site: FakeMattermost, id: string): Channel | undefined {
  const channel = [...site.channels.values()].find((one) => one.id === id);
  return channel && ({ Id: id, TeamId: channel.team_id, DeleteAt: channel.delete_at } as unknown as Channel);
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
      ...{ channelId: channel.id, teamId: TEAM_ID, userId: alice, text: 'todo a' },
      ...{ isArchived: false, isOfHook: false },
    });
  });

  it('says when it was not the person who wrote it, and when its channel is archived', async () => {
    const { channel, post } = write('O', { from_webhook: 'true' });
    channel.delete_at = 1;
    expect(await finder.find(post.id)).toMatchObject({ isOfHook: true, isArchived: true });
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
    expect((await finder.find(post.id)) === undefined).toBe(by === 'over REST');
  });

  it('is not said to be missing when Mattermost cannot be asked', async () => {
    const { post } = write();
    await finder.goAway();
    await expect(finder.find(post.id)).rejects.toMatchObject({ code: 'mattermost_unavailable' });
  });
});
