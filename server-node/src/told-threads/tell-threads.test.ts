import { afterEach, beforeEach, expect, it } from '@jest/globals';
import type { ReplyDraft } from '../replies/reply.ts';
import { SECOND_MS } from '../shared/time.ts';
import { createSqlite, type Opened, type TestDatabase } from '../store/testing/fresh-stores.ts';
import { channelId, makePeople, postId, userId, type People } from '../testing/people.ts';
import { channelList, personList } from '../todos/list.ts';
import { oneZone } from '../todos/when.ts';
import { makeTellThreads } from './tell-threads.ts';
import { TELL_AFTER_MS } from './thread-wake-up.ts';

const NOON = Date.parse('2026-12-01T12:00Z');
const ANN = userId('ann');
const MINE = { actorId: ANN, listId: personList(ANN) };
const TOWNS = { actorId: ANN, listId: channelList(channelId('town')) };
const SOURCE = { postId: postId('plan'), channelId: channelId('town') };
const FIRST = { numbers: [1] };

let database: TestDatabase;
let store: Opened;
let people: People;
let clock: number;
beforeEach(async () => {
  clock = NOON;
  database = await createSqlite();
  store = await database.open(() => clock);
  people = makePeople();
  people.add('ann', { channels: ['town'] });
  people.add('bob', { channels: ['town'] });
  people.add('bot', { channels: ['town'] });
  await set('ann', 'on');
});
afterEach(() => database.remove());

const set = (name: string, tellThread: 'on' | 'off') =>
  store.todos.transaction(async (writer) => {
    const { version } = await writer.people.lock(userId(name));
    await writer.people.save({ personId: userId(name), document: { tellThread }, version: version + 1 });
  });

/** What is due after a while, handed over. */
async function fire(): Promise<ReplyDraft[]> {
  clock += TELL_AFTER_MS;
  const taken = (await store.wakeUps.take(clock, 10, 'me')).filter(({ kind }) => kind === 'thread');
  if (taken.length === 0) return [];
  const prepared = await makeTellThreads({
    reader: store.todos,
    accountOf: people.accountOf,
    postingRightOf: people.postingRightOf,
    bot: () => ({ userId: userId('bot') }),
    languages: { ofAll: async () => 'en' },
  }).prepare(taken);
  return store.todos.transaction(async (writer) => {
    await writer.wakeUps.finish(
      taken.map(({ key }) => key),
      'me',
    );
    return [...(await prepared.handOver(writer, taken))];
  });
}

it('tells the thread of a message who has done what was made of it, in the list of its channel', async () => {
  await store.acts.add({ ...TOWNS, actorId: userId('bob') }, [{ text: 'Buy bread', source: SOURCE }]);
  await store.acts.complete(TOWNS, FIRST);
  expect(await fire()).toEqual([
    {
      target: { kind: 'thread', channelId: channelId('town'), triggerPostId: postId('plan') },
      text: 'Done by @ann: **1** Buy bread',
    },
  ]);
});

it('does not say what stands in a list that others do not read', async () => {
  await store.acts.add(MINE, [{ text: 'Talk about his notice', source: SOURCE }]);
  await store.acts.complete(MINE, FIRST);
  expect((await fire()).map(({ text }) => text)).toEqual(['@ann has done the to-do made of this message.']);
});

it('does so once, however often it is opened and done again', async () => {
  await store.acts.add(MINE, [{ text: 'Buy bread', source: SOURCE }]);
  await store.acts.complete(MINE, FIRST);
  expect(await fire()).toHaveLength(1);
  await store.acts.reopen(MINE, FIRST);
  await store.acts.complete(MINE, FIRST);
  expect(await fire()).toEqual([]);
});

it('does not when it is undone at once', async () => {
  await store.acts.add(MINE, [{ text: 'Buy bread', source: SOURCE }]);
  await store.acts.complete(MINE, FIRST);
  clock += SECOND_MS;
  await store.acts.undo(MINE);
  expect(await fire()).toEqual([]);
});

it.each<[string, () => Promise<unknown>]>([
  ['whoever did it does not want it', () => set('ann', 'off')],
  ['whoever did it may not post there', async () => people.leave('ann', 'town')],
  ['the bot may not post there', async () => people.leave('bot', 'town')],
  ['nobody may post there', async () => people.silence('town')],
  ['the channel is archived', async () => people.archive('town')],
])('does not where %s', async (_why, change) => {
  await store.acts.add(MINE, [{ text: 'Buy bread', source: SOURCE }]);
  await change();
  await store.acts.complete(MINE, FIRST);
  expect(await fire()).toEqual([]);
});

it('tells nobody of what was made of no message, and of what comes again', async () => {
  const when = { due: '2026-12-01', repeat: 'FREQ=DAILY', zones: oneZone('UTC') };
  await store.acts.add(MINE, [{ text: 'Mine' }, { text: 'Daily', source: SOURCE, when }]);
  await store.acts.complete(MINE, { numbers: [1, 2] });
  expect(await fire()).toEqual([]);
});
