import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { WebSocketServer, type WebSocket } from 'ws';
import type { UserId } from '../../../shared/ids.ts';
import { silentLogger } from '../../../shared/logger.ts';
import { HOUR_MS } from '../../../shared/time.ts';
import { channelId, postId, userId } from '../../../testing/people.ts';
import { greetsUs } from './greets-us.ts';
import { hearMessages } from './hear-messages.ts';

const BOT = userId('bot') as UserId;
const DM = [BOT, userId('ann'), userId('robot')].join('__');
const NOW = 1_795_313_401_994;

/** With the fields that Mattermost 11.2.1 sends. */
const post = (name: string, more: object = {}) => ({
  id: postId(name.replace(/[^a-z]/g, '')),
  create_at: NOW - 1_000,
  update_at: NOW - 1_000,
  edit_at: 0,
  delete_at: 0,
  is_pinned: false,
  user_id: userId('ann'),
  channel_id: channelId('dm'),
  root_id: '',
  original_id: '',
  message: name,
  type: '',
  props: {},
  metadata: {},
  ...more,
});

/** Written in a channel that the bot is in. */
const inChannel = (message: string, more: object = {}, channel_type = 'O') =>
  posted(message, { message, ...more }, channel_type);

const posted = (name: string, more: object = {}, channel_type = 'D') => ({
  event: 'posted',
  data: {
    channel_display_name: '@ann',
    channel_name: DM,
    channel_type,
    post: JSON.stringify(post(name, more)),
  },
  broadcast: { channel_id: channelId('dm') },
  seq: 1,
});

const HELLO = { event: 'hello', data: { server_version: '11.2.1' }, broadcast: {}, seq: 0 };

let server: WebSocketServer;
let heard: string[];
let missed: Record<string, ReturnType<typeof post>[]>;
let askedSince: number[];
let lookedBack: number;
let refusals: number;
let notBefore: number;
let hearing: { stop(): void };

beforeEach(async () => {
  server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  await once(server, 'listening');
  [heard, missed, askedSince, lookedBack, refusals, notBefore] = [[], {}, [], 0, 0, 0];
});

afterEach(async () => {
  hearing.stop();
  for (const client of server.clients) client.terminate();
  await new Promise((resolve) => server.close(resolve));
});

const facts = { timeZone: null, isGuest: false, isDeactivated: false };
const person = { username: 'ann', locale: 'en', ...facts };

/** Starts to listen. @returns the other end of the connection, and what it was opened with */
async function connected(): Promise<{ socket: WebSocket; authorization: string | undefined }> {
  const opened = once(server, 'connection');
  const channels = () => ((lookedBack += 1), allChannels());
  const allChannels = () =>
    Object.entries(missed).map(([id, posts]) => channel(id, posts.length === 0 ? 0 : NOW));
  hearing = hearMessages(
    {
      url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
      botToken: 'secret',
      client: {
        async getAllTeamsChannels() {
          if ((refusals -= 1) >= 0) throw new Error('away');
          return channels() as never;
        },
        async getPostsSince(id: string, since: number) {
          askedSince.push(since);
          return { posts: Object.fromEntries((missed[id] ?? []).map((one) => [one.id, one])) } as never;
        },
      },
      me: async () => ({ userId: BOT, username: 'todo' }),
      accountOf: async (id) => ({ ...person, userId: id, isBot: id === userId('robot') }),
      notBefore,
      now: () => NOW,
      logger: silentLogger,
    },
    {
      message: async ({ text }) => void heard.push(text),
      mention: async ({ text }) => void heard.push(text),
      edited: async ({ text }) => void heard.push(`edited: ${text}`),
      reacted: async ({ emoji }) => void heard.push(`reacted: ${emoji}`),
      deleted: async (id) => void heard.push(`deleted: ${id}`),
      returned: async (id) => void heard.push(`returned: ${id}`),
      unreacted: async ({ emoji }) => void heard.push(`unreacted: ${emoji}`),
    },
  );
  const [socket, request] = (await opened) as [WebSocket, { headers: { authorization?: string } }];
  return { socket, authorization: request.headers.authorization };
}

const channel = (id: string, last_post_at: number) => ({
  id,
  type: id === 'open' ? 'O' : 'D',
  name: DM,
  last_post_at,
});
const send = (socket: WebSocket, frame: object) => socket.send(JSON.stringify(frame));

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 5));
}

it('hears what people write in the direct channel, and nothing else', async () => {
  const { socket, authorization } = await connected();
  expect(authorization).toBe('Bearer secret');
  for (const frame of [
    HELLO,
    posted('in a channel', {}, 'O'),
    posted('its own', { user_id: BOT }),
    posted('the system’s', { type: 'system_join_channel' }),
    posted('a program’s', { props: { from_webhook: 'true' } }),
    posted('a bot’s', { user_id: userId('robot') }),
    posted('an administrator’s', { user_id: userId('admin') }),
    { ...posted('broken'), data: { channel_type: 'D', post: '{' } },
    posted('of nobody', { user_id: 'nobody' }),
    { status: 'OK', seq_reply: 1 },
    posted('Buy milk'),
    posted('done 1', { root_id: postId('first') }),
  ]) {
    send(socket, frame);
  }
  socket.send('no JSON');
  await until(() => heard.length === 2);
  expect(heard).toEqual(['Buy milk', 'done 1']);
});

it('hears what people write to it in channels that it is in: what begins with its name', async () => {
  const { socket } = await connected();
  for (const frame of [
    HELLO,
    inChannel('@all hands'),
    inChannel('@todos are great'),
    inChannel('Ask @todo'),
    inChannel('@todo its own', { user_id: BOT }),
    inChannel('@todo joined', { type: 'system_add_to_channel' }),
    inChannel('@todo of a webhook', { props: { from_webhook: 'true' } }),
    inChannel('@todo of a plugin', { props: { from_plugin: 'true' } }),
    inChannel('@todo of a bot', { user_id: userId('robot') }),
    inChannel('@todo Buy bread'),
    inChannel('@Todo, done 1', { root_id: postId('first') }, 'P'),
    inChannel('@todo: list', {}, 'G'),
  ]) {
    send(socket, frame);
  }
  await until(() => heard.length === 3);
  expect(heard).toEqual(['@todo Buy bread', '@Todo, done 1', '@todo: list']);
});

it('hears of any message that is deleted, and of nothing that is no message', async () => {
  const { socket } = await connected();
  // As Mattermost 11.2.1 sends it: without the moment of the deletion.
  const { data, ...frame } = inChannel('Book a room');
  for (const post of [data.post, '{', '{"id":"none"}', data.post]) {
    send(socket, { ...frame, event: 'post_deleted', data: { post } });
  }
  await until(() => heard.length === 2);
  const { id } = JSON.parse(data.post) as { id: string };
  expect(heard).toEqual([`deleted: ${id}`, `deleted: ${id}`]);
});

it('hears of reactions, put on and taken away', async () => {
  const { socket } = await connected();
  /** As Mattermost 11.2.1 sends them. */
  const reaction = (event: string, more: object = {}) => ({
    event,
    data: {
      reaction: JSON.stringify({
        ...{ user_id: userId('ann'), post_id: postId('plan'), emoji_name: 'pushpin' },
        ...{ create_at: NOW, update_at: NOW, delete_at: 0, remote_id: '', channel_id: channelId('town') },
        ...more,
      }),
    },
    broadcast: { channel_id: channelId('town') },
    seq: 1,
  });
  for (const frame of [
    HELLO,
    reaction('reaction_added'),
    reaction('reaction_added', { post_id: 'none' }),
    { ...reaction('reaction_added'), data: { reaction: '{' } },
    reaction('reaction_removed', { create_at: 0, channel_id: '' }),
  ]) {
    send(socket, frame);
  }
  await until(() => heard.length === 2);
  expect(heard).toEqual(['reacted: pushpin', 'unreacted: pushpin']);
});

it('hears that the bot was added to a channel, or that one was unarchived, and of nobody else', async () => {
  const { socket } = await connected();
  const system = (type: string, name: string, more: object = {}) => ({
    ...{ event: 'posted', broadcast: {}, seq: 1 },
    data: {
      ...{ channel_type: 'O', channel_name: name },
      post: JSON.stringify(post(name, { type, channel_id: channelId(name), ...more })),
    },
  });
  for (const frame of [
    HELLO,
    system('system_add_to_channel', 'another', { props: { addedUserId: userId('bob') } }),
    system('system_join_channel', 'bobs'),
    system('system_channel_restored', 'restored'),
    system('system_add_to_channel', 'added', { props: { addedUserId: BOT } }),
    system('system_join_channel', 'joined', { user_id: BOT }),
  ]) {
    send(socket, frame);
  }
  await until(() => heard.length === 3);
  expect(heard).toEqual(['restored', 'added', 'joined'].map((name) => `returned: ${channelId(name)}`));
});

it('hears that the words of a message were changed, soon after it was written', async () => {
  const { socket } = await connected();
  const edited = (message: string, more: object = {}) => ({
    ...{ event: 'post_edited', broadcast: {}, seq: 1 },
    data: { post: JSON.stringify(post('edited', { message, edit_at: NOW, ...more })) },
  });
  for (const frame of [
    HELLO,
    edited('Pinned', { edit_at: 0, is_pinned: true }),
    edited('Of yesterday', { create_at: NOW - 24 * HOUR_MS }),
    edited('Its own', { user_id: BOT }),
    edited('Of a bot', { user_id: userId('robot') }),
    edited('Buy oat milk'),
  ]) {
    send(socket, frame);
  }
  await until(() => heard.length === 1);
  expect(heard).toEqual(['edited: Buy oat milk']);
});

it('reads after the connection what was written before it, oldest first, and no further back than an hour', async () => {
  missed = {
    dm: [post('second', { create_at: NOW - 5 }), post('first', { create_at: NOW - 9 })],
    other: [post('edited now', { create_at: NOW - 2 * HOUR_MS }), post('third', { create_at: NOW - 1 })],
    quiet: [],
    open: [post('not for the bot'), post('mentioned', { message: '@todo fourth', create_at: NOW - 1 })],
  };
  const { socket } = await connected();
  send(socket, HELLO);
  await until(() => heard.length === 4);
  expect(heard).toEqual(['first', 'second', 'third', '@todo fourth']);
  expect(askedSince).toEqual([NOW - HOUR_MS, NOW - HOUR_MS, NOW - HOUR_MS]);
});

it('hears after the connection what was reacted before it, also to older messages, the oldest first', async () => {
  const on = (name: string, emoji_name: string, update_at: number) => ({
    ...{ user_id: userId('ann'), post_id: postId(name), emoji_name, update_at },
    ...{ create_at: update_at, delete_at: 0, remote_id: '', channel_id: channelId('open') },
  });
  const old = { create_at: NOW - 2 * HOUR_MS };
  missed = {
    open: [
      post('plan', { ...old, metadata: { reactions: [on('plan', 'tada', NOW - 3), { post_id: 'none' }] } }),
      post('agenda', { metadata: { reactions: [on('agenda', 'eyes', NOW - 2 * HOUR_MS)] } }),
      post('minutes', { metadata: { reactions: [on('minutes', 'pushpin', NOW - 5)] } }),
    ],
  };
  const { socket } = await connected();
  send(socket, HELLO);
  await until(() => heard.length === 2);
  expect(heard).toEqual(['reacted: pushpin', 'reacted: tada']);
});

it('reads it again until Mattermost lets it', async () => {
  [refusals, missed] = [2, { dm: [post('meanwhile')] }];
  const { socket } = await connected();
  send(socket, HELLO);
  await until(() => heard.length === 1);
  expect([heard, refusals]).toEqual([['meanwhile'], -1]);
});

it('reads nothing that was written before the database was made', async () => {
  notBefore = NOW - 7;
  missed = { dm: [post('second', { create_at: NOW - 5 }), post('first', { create_at: NOW - 9 })] };
  const { socket } = await connected();
  send(socket, HELLO);
  await until(() => heard.length === 1);
  expect([heard, askedSince]).toEqual([['second'], [notBefore]]);
});

it('connects again when the connection breaks, and catches up', async () => {
  const { socket } = await connected();
  send(socket, HELLO);
  await until(() => lookedBack === 1);
  const again = once(server, 'connection');
  missed = { dm: [post('meanwhile')] };
  socket.terminate();
  const [second] = (await again) as [WebSocket];
  send(second, HELLO);
  await until(() => heard.length === 1);
  send(second, posted('live again'));
  await until(() => heard.length === 2);
  expect(heard).toEqual(['meanwhile', 'live again']);
});

it.each([
  ['knows us', true],
  ['says nothing', false],
])('can tell whether Mattermost %s', async (_what, greets) => {
  server.once('connection', (socket) => greets && send(socket, HELLO));
  const { port } = server.address() as AddressInfo;
  hearing = { stop: () => undefined };
  expect(await greetsUs({ url: `http://127.0.0.1:${port}`, token: 'secret', withinMs: 1_000 })).toBe(greets);
});
