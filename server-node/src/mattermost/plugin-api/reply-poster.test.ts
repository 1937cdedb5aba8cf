import { beforeEach, describe, expect, it } from '@jest/globals';
import { ApiError, type Post } from 'mattermost-plugin-host';
import type { Reply, ReplyId, ReplyTarget } from '../../replies/reply.ts';
import type { ChannelId, PostId, UserId } from '../../shared/ids.ts';
import { makeReplyPoster, type ReplyPosterDeps } from './reply-poster.ts';

const BOT = 'bot' as UserId;
const NOON = 1_800_000_000_000;
const refused = (status: number, Id = 'app.refused') =>
  new ApiError('CreatePost', { StatusCode: status, Id });
const ROOT_ELSEWHERE = 'api.post.create_post.channel_root_id.app_error';
const THREAD: ReplyTarget = {
  kind: 'thread',
  channelId: 'town' as ChannelId,
  triggerPostId: 'inner' as PostId,
};
const DIRECT: ReplyTarget = { kind: 'direct', userId: 'ann' as UserId };

/** As much of Mattermost as a reply needs; `fail` is thrown by the next posting. */
function play() {
  const posts: Post[] = [];
  const state: { fail?: Error } = {};
  const api: ReplyPosterDeps['api'] = {
    async GetPost(id) {
      if (id === 'gone') throw refused(404);
      const ChannelId = id === 'elsewhere' ? 'other' : 'town';
      return { Id: id, ChannelId, RootId: id === 'inner' ? 'root' : '' } as Post;
    },
    GetDirectChannel: async (bot, user) => ({ Id: `${bot}-${user}` }) as never,
    GetPostThread: async (root) => listOf(posts.filter(({ RootId }) => RootId === root)),
    GetPostsForChannel: async (channel, page, perPage) => {
      const newestFirst = posts.filter(({ ChannelId }) => ChannelId === channel).toReversed();
      return listOf(newestFirst.slice(page * perPage, (page + 1) * perPage));
    },
    UpdatePost: async (post) => post as Post,
    AddReaction: async (reaction) => reaction as never,
    RemoveReaction: async () => undefined as never,
    GetServerVersion: async () => '11.2.1',
    async CreatePost(draft) {
      if (state.fail !== undefined) throw state.fail;
      const post = { ...draft, Id: `post${posts.length}` } as Post;
      posts.push(post);
      return post;
    },
  };
  return { posts, state, post: makeReplyPoster({ api, botId: () => BOT, now: () => NOON }).post };
}

const listOf = (posts: readonly Post[]) =>
  ({ Posts: Object.fromEntries(posts.map((p) => [p.Id, p])) }) as never;

const reply = (target: ReplyTarget, attempts = 0, text = 'Added **x** @all'): Reply => ({
  ...{ id: 'reply-1' as ReplyId, orderKey: 'key', createdAt: NOON, attempts, target, text },
});

let game: ReturnType<typeof play>;
beforeEach(() => void (game = play()));

describe('a reply over the plugin API', () => {
  it('goes into the thread of the message, as the bot, and mentions nobody', async () => {
    await game.post(reply(THREAD));
    expect(game.posts).toMatchObject([
      { UserId: BOT, ChannelId: 'town', RootId: 'root', Message: 'Added **x** @\u2060all' },
    ]);
  });

  it.each([
    ['in a thread', THREAD, 0],
    ['in a direct channel', DIRECT, 0],
    ['in a direct channel where the person wrote a lot since', DIRECT, 199],
  ])('is posted once %s, however often it is tried', async (_where, target, since) => {
    const first = await game.post(reply(target));
    for (let count = 0; count < since; count += 1) {
      game.posts.push({ ...(game.posts[0] as Post), Id: `later${count}`, UserId: 'ann', Props: {} });
    }
    expect(await game.post(reply(target, 1))).toBe(first);
    expect(game.posts).toHaveLength(1 + since);
  });

  it.each([
    ['a thread', THREAD],
    ['a direct channel', DIRECT],
  ])('is not taken for posted in %s because somebody else wrote its mark', async (_where, target) => {
    await game.post(reply(target));
    const [forged] = game.posts.splice(0);
    game.posts.push({ ...(forged as Post), UserId: 'mallory' });
    await game.post(reply(target, 1));
    expect(game.posts.map(({ UserId }) => UserId)).toEqual(['mallory', BOT]);
  });

  it.each([
    ['the message was deleted', true, undefined, { ...THREAD, triggerPostId: 'gone' as PostId }],
    ['the message is elsewhere', true, undefined, { ...THREAD, triggerPostId: 'elsewhere' as PostId }],
    ['Mattermost finds its thread elsewhere', true, refused(500, ROOT_ELSEWHERE), DIRECT],
    ['Mattermost does not take it', true, refused(400), DIRECT],
    ['the bot may not post there yet', false, refused(403), DIRECT],
    ['Mattermost is in trouble', false, refused(500), DIRECT],
    ['Mattermost does not answer', false, new Error('timeout with user text'), DIRECT],
    ['it answers a command that REST had sent', true, undefined, { kind: 'response_url', url: 'x' } as const],
  ])('fails when %s; for good: %s; without words of people', async (_why, permanent, fail, target) => {
    if (fail !== undefined) game.state.fail = fail;
    const failure = await game.post(reply(target)).catch((error: unknown) => error);
    expect(failure).toMatchObject({ name: 'DeliveryError', permanent });
    expect(String(failure)).not.toContain('user text');
    expect(game.posts).toEqual([]);
  });
});
