import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { Post, Reaction } from 'mattermost-plugin-host';
import type { ListView } from '../contract/todo-view.ts';
import { silentLogger } from '../shared/logger.ts';
import { DAY_MS } from '../shared/time.ts';
import { openStore } from '../store/open-store.ts';
import { newDatabaseFolder } from '../store/testing/database-folder.ts';
import { until } from '../store/testing/until.ts';
import { call } from '../testing/call.ts';
import { channelId, makePeople, postId, userId } from '../testing/people.ts';
import { makeNewId } from '../todos/new-id.ts';
import { openManagedBackend, type ManagedBackend } from './testing/open-managed-backend.ts';
import { BOT, DIRECT_CHANNEL, type Site } from './testing/played-api.ts';

let backend: ManagedBackend;
let folder: string | undefined;
afterEach(async () => {
  await backend.close();
  if (folder !== undefined) await rm(folder, { recursive: true });
  folder = undefined;
});

async function open(site: Site = {}, settings: Record<string, unknown> = {}): Promise<void> {
  backend = await openManagedBackend(settings, { people: ['ann', 'bob'], ...site });
}

/** Where people had to-dos before. */
async function usedDatabase(settings?: object): Promise<string> {
  folder = await newDatabaseFolder('todo-used-');
  const database = `sqlite:${join(folder, 'todo.sqlite')}`;
  const yesterday = () => Date.now() - DAY_MS;
  const store = await openStore(database, {
    logger: silentLogger,
    now: yesterday,
    newId: makeNewId(yesterday),
  });
  if (settings !== undefined)
    await store.todos.transaction(async ({ people }) => {
      const { version } = await people.lock(userId('ann'));
      await people.save({ personId: userId('ann'), document: settings, version: version + 1 });
    });
  await store.close();
  return database;
}

const post = (Message: string, more: Partial<Post> = {}) =>
  ({
    Id: postId(Message.replace(/\W/g, '').toLowerCase()),
    ChannelId: DIRECT_CHANNEL,
    UserId: userId('ann'),
    CreateAt: Date.now(),
    Message,
    ...more,
  }) as Post;

const write = (Message: string, more: Partial<Post> = {}) =>
  backend.mattermost.hook('MessageHasBeenPosted', {}, post(Message, more));

const todos = async () =>
  (await call<ListView>(backend, 'ann', 'GET', '/lists/me')).body.todos.map(({ text }) => text);

/** Without the welcome, which follows the first one. */
const said = () =>
  backend.played.posts.map(({ Message }) => Message).filter((text) => !text.startsWith('Hello!'));

async function answers(count: number): Promise<string[]> {
  await until(() => said().length >= count);
  return said();
}

it('a message to the bot is carried out on the own list and answered there', async () => {
  await open();
  await write('Buy milk');
  expect(await answers(1)).toEqual(['Added: **1** Buy milk']);
  expect(backend.played.posts[0]?.RootId ?? '').toBe('');
  expect(await todos()).toEqual(['Buy milk']);
});

it('messages of other channels, of the bot, of Mattermost and of programs are left alone', async () => {
  await open();
  await write('In town', { ChannelId: channelId('town') });
  await write('My own', { UserId: BOT });
  await write('Joined', { Type: 'system_join_channel' });
  await write('An administrator’s', { UserId: userId('bob') });
  await write('Hooked', { Props: { from_webhook: 'true' } });
  await write('Buy milk');
  expect(await answers(1)).toEqual(['Added: **1** Buy milk']);
  expect(await todos()).toEqual(['Buy milk']);
});

describe('in a channel', () => {
  const players = () => {
    const people = makePeople();
    people.add('ann', { channels: ['town', 'square'] });
    return people;
  };
  const textsIn = async (name: string) =>
    (await call<ListView>(backend, 'ann', 'GET', `/lists/${channelId(name)}`)).body.todos.map(
      ({ text }) => text,
    );

  it('that the bot is in, what begins with its name works on the list of the channel, in others nothing does', async () => {
    const people = players();
    people.post('list', 'town', 'ann', '@todo');
    await open({ people: [], players: people, botIn: ['town'] });
    await write('@todo Buy bread', { ChannelId: channelId('square') });
    await write('Buy @todo', { ChannelId: channelId('town') });
    await write('@todo of a hook', { ChannelId: channelId('town'), Props: { from_webhook: 'true' } });
    await write('@todo: Buy milk', { ChannelId: channelId('town'), Id: postId('asked') });
    await until(() => backend.played.reactions.length > 0);
    await write('@todo', { ChannelId: channelId('town'), Id: postId('list') });
    expect(await answers(1)).toEqual([expect.stringContaining('Buy milk')]);
    expect(backend.played.reactions).toEqual([{ postId: postId('asked'), emoji: 'white_check_mark' }]);
    expect([await textsIn('town'), await textsIn('square')]).toEqual([['Buy milk'], []]);
    await write('@todo undo', { ChannelId: channelId('town'), Id: postId('undo') });
    await until(() => backend.played.reactions.every(({ postId: id }) => id !== postId('asked')));
    expect(await textsIn('town')).toEqual([]);
  });

  it('what was written meanwhile is carried out when the plugin runs, once', async () => {
    const people = players();
    people.post('missed', 'town', 'ann', '@todo Buy bread');
    people.post('elsewhere', 'square', 'ann', '@todo nobody listens here');
    await open({ people: [], players: people, botIn: ['town'] }, { database: await usedDatabase() });
    await until(() => backend.played.reactions.length > 0);
    await write('@todo Buy bread', { ChannelId: channelId('town'), Id: postId('missed') });
    expect(await textsIn('town')).toEqual(['Buy bread']);
    expect(backend.played.reactions).toEqual([{ postId: postId('missed'), emoji: 'white_check_mark' }]);
  });
});

it('a reaction of one’s choice makes a to-do of the message, and taking it away undoes it', async () => {
  const people = makePeople();
  people.add('ann', { channels: ['town'] });
  people.post('plan', 'town', 'bob', 'Review the plan');
  await open({ people: [], players: people });
  await call(backend, 'ann', 'PATCH', '/me/settings', { reaction: 'pushpin' });
  const reaction = { UserId: userId('ann'), PostId: postId('plan'), EmojiName: 'pushpin' };
  const at = { CreateAt: Date.now(), UpdateAt: Date.now() };
  await backend.mattermost.hook('ReactionHasBeenAdded', {}, { ...reaction, ...at, EmojiName: 'tada' });
  await backend.mattermost.hook('ReactionHasBeenAdded', {}, { ...reaction, ...at });
  expect(await answers(1)).toEqual([expect.stringContaining('Review the plan')]);
  expect(await todos()).toEqual(['Review the plan']);
  await backend.mattermost.hook('ReactionHasBeenRemoved', {}, { ...reaction, UpdateAt: Date.now() });
  expect(await todos()).toEqual([]);
});

it('a reaction that was put there while the plugin did not run is heard when it runs again, once', async () => {
  const players = makePeople();
  players.add('ann', { channels: ['town'] });
  players.post('plan', 'town', 'bob', 'Review the plan');
  const at = Date.now() - 20;
  const reaction: Reaction = {
    ...{ UserId: userId('ann'), PostId: postId('plan'), EmojiName: 'pushpin', ChannelId: channelId('town') },
    ...{ CreateAt: at, UpdateAt: at, DeleteAt: 0, RemoteId: '' },
  };
  const reacted = [reaction, { ...reaction, EmojiName: 'tada' }];
  const database = await usedDatabase({ reaction: 'pushpin' });
  await open({ people: [], players, reacted, botIn: ['town'] }, { database });
  await answers(1);
  await backend.mattermost.hook('ReactionHasBeenAdded', {}, reaction);
  expect([await todos(), said()]).toEqual([
    ['Review the plan'],
    [expect.stringContaining('Review the plan')],
  ]);
});

it('a to-do leads to its message until that is deleted', async () => {
  const people = makePeople();
  people.add('ann', { channels: ['town'] });
  people.post('plan', 'town', 'bob', 'Review the plan');
  await open({ people: [], players: people });
  const body = { text: 'Review the plan', sourcePostId: postId('plan') };
  await call(backend, 'ann', 'POST', '/lists/me/todos', body);
  const sources = async () =>
    (await call<ListView>(backend, 'ann', 'GET', '/lists/me')).body.todos.map(({ source }) => source?.postId);
  expect(await sources()).toEqual([postId('plan')]);
  await backend.mattermost.hook('MessageHasBeenDeleted', {}, post('plan', { DeleteAt: Date.now() }));
  expect(await sources()).toEqual([undefined]);
});

it('a message that is edited soon corrects what it added, and the answer follows', async () => {
  await open();
  const asked = post('Buy mlik');
  await write('Buy mlik', asked);
  await answers(1);
  const edited = { ...asked, Message: 'Buy milk', EditAt: asked.CreateAt + 1_000 };
  await backend.mattermost.hook('MessageHasBeenUpdated', {}, edited, asked);
  await until(() => said()[0]?.includes('Buy milk') === true);
  expect([await todos(), said()]).toEqual([['Buy milk'], [expect.stringContaining('Buy milk')]]);
});

it('what was written while the plugin did not run is answered when it does, once', async () => {
  const written = [
    post('Second', { CreateAt: Date.now() - 10 }),
    post('First', { CreateAt: Date.now() - 20 }),
  ];
  await open({ written }, { database: await usedDatabase() });
  expect(await answers(2)).toEqual(['Added: **1** First', 'Added: **2** Second']);
  await write('First');
  await write('Third');
  expect(await answers(3)).toEqual(['Added: **1** First', 'Added: **2** Second', 'Added: **3** Third']);
});

it('what was written meanwhile is answered though Mattermost could not be asked at first', async () => {
  const players = makePeople();
  players.add('ann', { channels: ['town'] });
  players.post('missed', 'town', 'ann', 'todo buy bread');
  players.goAway();
  const webhooktokens = `webhooktoken0000000000000a@${channelId('town')}`;
  const database = await usedDatabase();
  const written = [post('Missed', { CreateAt: Date.now() - 20 })];
  await open({ people: [], players, written }, { database, webhooktokens });
  await until(async () => players.askedInVain() > 1);
  players.comeBack();
  expect((await answers(2)).sort()).toEqual(['Added: **1** Missed', 'Added: **1** buy bread']);
});

it('what was written before the database was made is left alone: another one may have it', async () => {
  await open({ written: [post('Long done', { CreateAt: Date.now() - 1_000 })] });
  await write('Buy milk');
  expect(await answers(1)).toEqual(['Added: **1** Buy milk']);
  expect(await todos()).toEqual(['Buy milk']);
});

it('what was written in a channel with a webhook meanwhile is carried out when the plugin runs again, once', async () => {
  const people = makePeople();
  people.add('ann', { channels: ['town', 'square'] });
  people.post('missed', 'town', 'ann', 'todo buy bread');
  people.post('elsewhere', 'square', 'ann', 'todo nobody listens here');
  const webhooktokens = `webhooktoken0000000000000a@${channelId('town')}`;
  await open(
    { people: [], players: people },
    {
      database: await usedDatabase(),
      webhooktokens,
    },
  );
  expect(await answers(1)).toEqual(['Added: **1** buy bread']);
  expect(backend.played.posts[0]?.RootId).toBe(postId('missed'));
  const texts = async (name: string) =>
    (await call<ListView>(backend, 'ann', 'GET', `/lists/${channelId(name)}`)).body.todos.map(
      ({ text }) => text,
    );
  expect([await texts('town'), await texts('square')]).toEqual([['buy bread'], []]);
  await backend.mattermost.hook('OnConfigurationChange');
  await write('Buy milk');
  expect(await answers(2)).toEqual(['Added: **1** buy bread', 'Added: **1** Buy milk']);
});
