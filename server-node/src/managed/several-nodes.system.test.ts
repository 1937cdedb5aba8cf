import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { Post } from 'mattermost-plugin-host';
import type { ListView } from '../contract/todo-view.ts';
import { readMigrations } from '../store/migrations.ts';
import { until } from '../store/testing/until.ts';
import { call } from '../testing/call.ts';
import { WEBHOOK_TOKENS } from '../testing/open-backend.ts';
import { channelId, postId, userId } from '../testing/people.ts';
import { openNodes, type Node, type Nodes } from './testing/open-nodes.ts';
import { DIRECT_CHANNEL, type Site } from './testing/played-api.ts';

let nodes: Nodes | undefined;
afterEach(async () => {
  await nodes?.close();
  nodes = undefined;
});

async function open(site: Pick<Site, 'isCluster'> = {}): Promise<Nodes> {
  nodes = await openNodes(process.env, site);
  nodes.people.add('ann', { channels: ['town'] });
  return nodes;
}

/** Long enough for what must not happen, to happen. */
const A_WHILE_MS = 400;

const textsAt = async (node: Pick<Node, 'url'>) =>
  (await call<ListView>(node, 'ann', 'GET', '/lists/me')).body.todos.map(({ text }) => text);
const addAt = (node: Pick<Node, 'url'>, text: string, list = 'me') =>
  call(node, 'ann', 'POST', `/lists/${list}/todos`, { text });

/** A message of ann's in the channel, told by an outgoing webhook. */
function write(site: Nodes, node: Pick<Node, 'url'>, post: string, text: string) {
  site.people.post(post, 'town', 'ann', `todo add ${text}`);
  return fetch(`${node.url}/plugins/todo-node/webhook/todo`, {
    method: 'POST',
    body: new URLSearchParams({
      ...{ token: WEBHOOK_TOKENS[0] ?? '', channel_id: channelId('town'), user_id: userId('ann') },
      ...{ post_id: postId(post), text: `todo add ${text}`, trigger_word: 'todo' },
    }),
  });
}

const waiting = async ({ database }: Nodes) =>
  (await database.query('select 1 from todo_node.todo_reply where finished_at is null')).length;

describe('nodes that start at once', () => {
  it('on an empty database make its tables once, and all of them work', async () => {
    const site = await open();
    const four = await Promise.all([site.add(), site.add(), site.add(), site.add()]);
    expect(await site.database.query('select number from todo_node.todo_migration')).toEqual(
      (await readMigrations('postgres')).map(({ number }) => ({ number })),
    );
    await Promise.all(four.map((node, index) => addAt(node, `by node ${index}`)));
    for (const node of four)
      expect((await textsAt(node)).toSorted()).toEqual(four.map((_, i) => `by node ${i}`));
    for (const { logged } of four) {
      expect(logged.filter(({ level }) => level === 'error' || level === 'warn')).toEqual([]);
    }
  });
});

describe('the outbox of several nodes', () => {
  it('is emptied once, and in order within a thread, whichever node hears of a message', async () => {
    const site = await open();
    const [one, other, third] = [await site.add(), await site.add(), await site.add()];
    const texts = Array.from({ length: 45 }, (_, index) => `number ${String(index).padStart(2, '0')}`);
    for (const [index, text] of texts.entries()) {
      const node = [one, other, third][index % 3] ?? one;
      expect((await write(site, node, `inthread${index % 5}x${index}`, text)).status).toBe(200);
    }
    await until(async () => (await waiting(site)) === 0);
    await sleep(A_WHILE_MS);
    const messages = site.common.posts.map(({ Message }) => /number \d\d/.exec(Message)?.[0]);
    expect(messages.toSorted()).toEqual(texts);
  });

  it.each([
    ['in a thread, before Mattermost had the post: another node posts it', 'thread', false],
    ['in a thread, when Mattermost had the post: another node finds it', 'thread', true],
    ['in a direct channel, before Mattermost had the post', 'direct', false],
    ['in a direct channel, when Mattermost had the post', 'direct', true],
  ])('is taken over from a node that was killed: %s', async (_when, where, hasPosted) => {
    const site = await open();
    const killed = await site.addProcess();
    const asked = holdPosts(killed.mattermost, hasPosted);
    if (where === 'thread') await write(site, killed, 'first', 'Water the plants');
    else void killed.mattermost.hook('MessageHasBeenPosted', {}, DIRECT_MESSAGE).catch(() => undefined);
    await asked;
    await site.add();
    expect(answersOf(site)).toHaveLength(hasPosted ? 1 : 0);
    await killed.kill();
    await until(async () => (await waiting(site)) === 0);
    expect(answersOf(site)).toEqual([expect.stringContaining('Water the plants')]);
  });
});

/** Without the welcome, which follows the first one to a person. */
const answersOf = ({ common }: Nodes) =>
  common.posts.map(({ Message }) => Message).filter((text) => !text.startsWith('Hello!'));

const DIRECT_MESSAGE: Partial<Post> = {
  ...{ Id: postId('direct'), ChannelId: DIRECT_CHANNEL, UserId: userId('ann'), CreateAt: Date.now() },
  Message: 'Water the plants',
};

/** Mattermost takes the next post, or not, and never answers. @returns when it was asked */
function holdPosts(mattermost: Node['mattermost'], takesIt: boolean): Promise<undefined> {
  const { answers } = mattermost;
  const asked = Promise.withResolvers<undefined>();
  mattermost.answers = {
    ...answers,
    async CreatePost(draft) {
      if (takesIt) await answers.CreatePost?.(draft);
      asked.resolve(undefined);
      return new Promise(() => undefined);
    },
  };
  return asked.promise;
}

describe('browsers on other nodes', () => {
  const published = ({ mattermost }: Node) =>
    mattermost.apiCalls.filter(({ method }) => method === 'PublishWebSocketEvent').length;

  it.each<[string, Site['isCluster'], number]>([
    ['of servers that share a database and nothing else, each by its own server', false, 1],
    ['of a cluster that is switched on without a licence, the same', 'unlicensed', 1],
    ['of a cluster, by Mattermost, which carries the one event of the changing node', true, 0],
  ])('hear of a change: those %s', async (_which, isCluster, elsewhere) => {
    const site = await open({ isCluster: isCluster ?? false });
    const [here, there] = [await site.add(), await site.add()];
    for (const list of ['me', channelId('town')]) {
      const before = [published(here), published(there)];
      expect((await addAt(here, 'Buy milk', list)).status).toBe(201);
      await until(
        () => published(here) > (before[0] ?? 0) && published(there) >= (before[1] ?? 0) + elsewhere,
      );
      await sleep(A_WHILE_MS);
      expect([published(here), published(there)]).toEqual([
        (before[0] ?? 0) + 1,
        (before[1] ?? 0) + elsewhere,
      ]);
    }
  });
});

describe('settings that change on one node after the other', () => {
  it('let no request fail, and lose nothing', async () => {
    const site = await open();
    const [one, other] = [await site.add(), await site.add()];
    const change = async (webhooklist: string) => {
      site.settings['webhooklist'] = webhooklist;
      for (const { mattermost } of [one, other]) await mattermost.hook('OnConfigurationChange');
    };
    let added = 0;
    let isOver = false;
    const working = Promise.all(
      [one, other].map(async (node) => {
        while (!isOver) expect((await addAt(node, `number ${added++}`)).status).toBe(201);
      }),
    );
    for (const list of ['person', 'channel', 'shared']) await change(list);
    isOver = true;
    await working;
    expect(added).toBeGreaterThan(4);
    const { body } = await call<ListView>(one, 'ann', 'GET', '/lists/me');
    expect(body.openCount).toBe(added);
    for (const node of [one, other]) {
      // Mattermost does not wait for settings to be taken over for longer than some seconds.
      await until(async () => (await call(node, 'ann', 'GET', '/me')).body['webhookList'] === 'shared');
    }
  });
});
