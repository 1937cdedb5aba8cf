import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { makeReplyDelivery } from './jobs/deliver-replies.ts';
import { startFakeRestServer, type Fault, type SeenRequest } from './mattermost/fake/fake-rest-server.ts';
import { makeFakeMattermost, type FakeMattermost } from './mattermost/fake/fake-mattermost.ts';
import { createMattermostRest, type MattermostRest } from './mattermost/rest/create-mattermost-rest.ts';
import type { ReplyDraft } from './replies/reply.ts';
import { silentLogger } from './shared/logger.ts';
import { openTestOutbox, type TestOutbox } from './store/testing/open-test-outbox.ts';

/** Moments pass a hundred times faster, for the waits between tries. */
const HURRY = 100;

describe('each reply arrives once', () => {
  let site: FakeMattermost;
  let server: Awaited<ReturnType<typeof startFakeRestServer>>;
  let mattermost: MattermostRest;
  let outbox: TestOutbox;
  let stop: () => Promise<void>;
  let drafts: ReplyDraft[];
  let startedAt: number;
  let starts = 0;
  let now: () => number;

  beforeEach(async () => {
    startedAt = Date.now();
    now = () => startedAt + (Date.now() - startedAt) * HURRY;
    site = makeFakeMattermost(now);
    const bot = site.addPerson('todo', { is_bot: true });
    const alice = site.addPerson('alice');
    const channel = site.addChannel('O', [alice.id, bot.id]).id;
    drafts = ['one', 'two', 'three', 'four'].map((text, i) => {
      const trigger = site.createPost(alice.id, { channel_id: channel, message: `todo ${text}` });
      return i % 2 === 0
        ? { target: { kind: 'thread', channelId: channel, triggerPostId: trigger.id }, text }
        : { target: { kind: 'direct', userId: alice.id }, text };
    });
    server = await startFakeRestServer(site);
    const { token } = site.signIn(bot.id);
    mattermost = createMattermostRest({ url: server.url, botToken: token, now, timeoutMs: 150 });
    outbox = await openTestOutbox(now);
    stop = startDelivery();
    await outbox.add(drafts);
  });
  afterEach(async () => {
    await stop();
    mattermost.close();
    await server.stop();
    await outbox.remove();
  });

  function startDelivery() {
    const delivery = makeReplyDelivery({
      outbox: {
        ...outbox,
        retry: (id, _at, reason, holder) => outbox.retry(id, now() + 20 * HURRY, reason, holder),
      },
      holder: { name: String((starts += 1)), isGone: (name) => name !== String(starts) },
      poster: mattermost.poster,
      now,
      logger: silentLogger,
      lookEveryMs: 20,
    });
    delivery.start();
    return () => delivery.stop();
  }

  const isPosting = ({ method, path }: SeenRequest) => method === 'POST' && path === '/api/v4/posts';
  const botPosts = () =>
    site.posts.filter(({ user_id }) => site.people.get(user_id)?.is_bot).map(({ message }) => message);
  const LIMITED = { status: 429, headers: { 'Retry-After': '0' }, body: 'limit exceeded\n' } as const;

  async function untilDone(): Promise<void> {
    while ((await outbox.fates()).includes('waiting')) await sleep(20);
  }

  it.each<[string, (request: SeenRequest, count: number) => Fault | undefined]>([
    ['all is well', () => undefined],
    ['Mattermost is away for a while', (_request, count) => (count < 12 ? 'drop-before' : undefined)],
    [
      'a proxy answers for it',
      (_request, count) => (count < 12 ? { status: 502, body: '<html>' } : undefined),
    ],
    [
      'it answers 500',
      (request, count) => (isPosting(request) && count < 30 ? { status: 500, body: '{}' } : undefined),
    ],
    ['it wants fewer calls', (_request, count) => (count < 12 ? LIMITED : undefined)],
    [
      'it accepts posts and drops the connection',
      (request, count) => (isPosting(request) && count < 30 ? 'drop-after' : undefined),
    ],
    [
      'it accepts posts and does not answer in time',
      (request, count) => (isPosting(request) && count < 20 ? 'stall-after' : undefined),
    ],
  ])('when %s', async (_when, faultAt) => {
    let count = 0;
    server.failWith((request) => faultAt(request, (count += 1)));
    await untilDone();
    expect(await outbox.fates()).toEqual(['sent', 'sent', 'sent', 'sent']);
    expect(botPosts().toSorted()).toEqual(['four', 'one', 'three', 'two']);
    expect(botPosts().indexOf('two')).toBeLessThan(botPosts().indexOf('four'));
  });

  it('when the process dies after posting and before noting it', async () => {
    await untilDone();
    await stop();
    await outbox.query('update todo_reply set finished_at = null, due_at = 0');
    // Longer ago than Mattermost itself remembers.
    for (const post of site.posts) post.create_at -= 60_000;
    stop = startDelivery();
    await untilDone();
    expect(botPosts().toSorted()).toEqual(['four', 'one', 'three', 'two']);
  });

  it('and a forged marker of somebody else does not keep it away', async () => {
    await untilDone();
    await stop();
    const [forger] = [...site.people.values()].filter(({ is_bot }) => !is_bot);
    for (const post of site.posts.filter(({ message }) => message === 'one')) {
      Object.assign(post, { user_id: forger?.id, create_at: post.create_at - 60_000 });
    }
    await outbox.query(
      'update todo_reply set finished_at = null, due_at = 0 where seq = (select min(seq) from todo_reply)',
    );
    stop = startDelivery();
    await untilDone();
    expect(botPosts().filter((message) => message === 'one')).toHaveLength(1);
  });
});
