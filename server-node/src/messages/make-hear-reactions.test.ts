import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { NO_COLLEAGUES } from '../callers/colleagues.ts';
import { makeBuiltInProgram } from '../program/built-in/make-built-in-program.ts';
import { makeDeliveries } from '../program/make-deliveries.ts';
import { NO_SETTINGS } from '../program/testing/people.ts';
import { AppError } from '../shared/app-error.ts';
import { makeBackground } from '../shared/background.ts';
import { silentLogger } from '../shared/logger.ts';
import { MINUTE_MS, SECOND_MS } from '../shared/time.ts';
import type { Store } from '../store/store.ts';
import { createSqlite } from '../store/testing/fresh-stores.ts';
import { channelId, makePeople, postId, userId } from '../testing/people.ts';
import { personList } from '../todos/list.ts';
import { makeActs } from '../todos/make-acts.ts';
import { makeNewId } from '../todos/new-id.ts';
import { MOST_A_MINUTE } from './flood.ts';
import { inOrder } from './in-order.ts';
import { makeHearReactions } from './make-hear-reactions.ts';
import type { Reaction } from './reaction.ts';

const NOON = 1_800_000_000_000;
const ANNS = personList(userId('ann'));

let database: Awaited<ReturnType<typeof createSqlite>>;
let store: Store;
let people: ReturnType<typeof makePeople>;
let now: number;
let background: ReturnType<typeof makeBackground>;
beforeEach(async () => {
  now = NOON;
  background = makeBackground(() => undefined);
  database = await createSqlite();
  store = await database.open(() => now);
  people = makePeople();
  people.add('ann', { channels: ['town'] });
  people.add('bob', { channels: ['town'] });
  people.post('plan', 'town', 'bob', 'Review the plan friday.\nIt is in the wiki.');
  await set('ann', { reaction: 'pushpin' });
});
afterEach(() => database.remove());

const set = (name: string, document: object) =>
  store.todos.transaction(async ({ people: writer }) => {
    const { version } = await writer.lock(userId(name));
    await writer.save({ personId: userId(name), document, version: version + 1 });
  });

const acts = () => makeActs({ store: store.todos, now: () => now, newId: makeNewId(() => now) });

function replica() {
  const deliveries = makeDeliveries(store.todos, () => now);
  const { recipients, accountOf, findPost, channelStateFor } = people;
  const program = makeBuiltInProgram({
    ...{ acts: acts(), deliveries, settings: NO_SETTINGS, colleagues: NO_COLLEAGUES, recipients },
    clockOf: async () => ({ zone: 'UTC', locale: 'en' }),
    now: () => now,
  });
  return makeHearReactions({
    ...{ people: store.people, accountOf, findPost, channelStateFor, program, programLists: null },
    ...{ acts: acts(), store: store.todos, outbox: store.outbox, deliveries, recipients },
    languages: { ofPerson: async () => 'en' },
    bot: () => ({ userId: userId('bot') }),
    background,
    now: () => now,
    logger: silentLogger,
  });
}

const reaction = (more: Partial<Reaction> = {}): Reaction => ({
  ...{ userId: userId('ann'), postId: postId('plan'), emoji: 'pushpin', at: now },
  ...more,
});

const todos = async () => (await store.todos.page(ANNS, { state: 'open', limit: 100 })).todos;
/** Takes all replies out of the outbox, as if Mattermost had them. */
async function delivered(): Promise<object[]> {
  const some = await store.outbox.take(now, 1, 100);
  for (const { id } of some) await store.outbox.sent(id, postId('answer'), now);
  const said = some.map(({ target, text, choices }) => ({ ...target, text, choices }));
  return some.length === 0 ? said : [...said, ...(await delivered())];
}

it('makes a to-do of the message in the own list, with a link back, and says so with a way back', async () => {
  await replica().reacted(reaction());
  expect(await todos()).toMatchObject([
    {
      ...{ text: 'Review the plan friday.', notes: 'It is in the wiki.', due: null },
      source: { postId: postId('plan'), channelId: channelId('town') },
    },
  ]);
  expect(await delivered()).toMatchObject([
    {
      ...{ kind: 'direct', userId: userId('ann') },
      text: `Added: **1** Review the plan friday. · [message](https://chat.example.com/_redirect/pl/${postId('plan')})`,
      choices: { offered: [{ act: { kind: 'undo' } }], onlyFor: userId('ann') },
    },
  ]);
});

it('does so once for each person and message, however often and by whomever it is told of', async () => {
  await set('bob', { reaction: 'pushpin' });
  const [one, other] = [replica(), replica()];
  await Promise.all([one.reacted(reaction()), other.reacted(reaction()), one.reacted(reaction())]);
  await other.reacted(reaction({ at: now + MINUTE_MS }));
  await one.reacted(reaction({ userId: userId('bob') }));
  expect(await todos()).toHaveLength(1);
  expect(await delivered()).toHaveLength(2);
});

it.each<[string, () => Promise<unknown>]>([
  ['with another emoji', () => replica().reacted(reaction({ emoji: 'tada' }))],
  ['by somebody who has chosen none', () => replica().reacted(reaction({ userId: userId('bob') }))],
  [
    'named off by somebody who wants none',
    async () => {
      await set('ann', { reaction: 'off' });
      await replica().reacted(reaction({ emoji: 'off' }));
    },
  ],
  ['on a message that is gone', () => replica().reacted(reaction({ postId: postId('gone') }))],
  [
    'on a message of the bot',
    async () => {
      people.post('answer', 'town', 'bot', 'Added: **1** Milk');
      await replica().reacted(reaction({ postId: postId('answer') }));
    },
  ],
  [
    'in a channel that the person may not read now',
    async () => {
      people.leave('ann', 'town');
      await replica().reacted(reaction());
    },
  ],
  [
    'by a bot',
    async () => {
      await set('robot', { reaction: 'pushpin' });
      await replica().reacted(reaction({ userId: userId('robot') }));
    },
  ],
])('makes nothing of a reaction %s', async (_which, react) => {
  await react();
  expect([await todos(), await delivered()]).toEqual([[], []]);
});

it('is taken back with the reaction within a minute, once, and the answer says so', async () => {
  const { reacted, unreacted } = replica();
  await reacted(reaction());
  await delivered();
  now += 50 * SECOND_MS;
  await Promise.all([unreacted(reaction()), replica().unreacted(reaction())]);
  expect(await todos()).toEqual([]);
  expect(await delivered()).toMatchObject([
    {
      kind: 'edit',
      postId: postId('answer'),
      text: expect.stringContaining('Review'),
      choices: { offered: [] },
    },
  ]);
});

it('is made anew, once, when the reaction is put there again, and can be taken back again', async () => {
  const [one, other] = [replica(), replica()];
  const first = reaction();
  await one.reacted(first);
  now += SECOND_MS;
  await one.unreacted(reaction());
  await other.reacted(first);
  expect(await todos()).toEqual([]);
  now += SECOND_MS;
  await Promise.all([one.reacted(reaction()), other.reacted(reaction())]);
  expect(await todos()).toMatchObject([{ text: 'Review the plan friday.' }]);
  expect(await delivered()).toHaveLength(3);
  now += SECOND_MS;
  await one.unreacted(reaction());
  expect(await todos()).toEqual([]);
});

const nothing = async () => undefined;
const besides = { message: nothing, mention: nothing, edited: nothing, deleted: nothing, returned: nothing };

it('is taken back when the reaction went away within a minute, though another one was waited for', async () => {
  people.post('other', 'town', 'bob', 'Call the bank');
  const { reacted, unreacted } = inOrder({ ...replica(), ...besides });
  await reacted(reaction());
  const settingsOf = jest.spyOn(store.people, 'settingsOf');
  settingsOf.mockImplementationOnce(async () => {
    now += 30 * SECOND_MS;
    return new Map();
  });
  now += 40 * SECOND_MS;
  await Promise.all([reacted(reaction({ postId: postId('other') })), unreacted(reaction())]);
  expect(now).toBe(NOON + 70 * SECOND_MS);
  expect(await todos()).toEqual([]);
});

it('waits for nothing any more once the backend stops', async () => {
  const settingsOf = jest.spyOn(store.people, 'settingsOf');
  settingsOf.mockRejectedValue(new AppError('store_unavailable', 'Away.'));
  const { reacted } = inOrder({ ...replica(), ...besides });
  const heard = [0, 1, 2].map(() => reacted(reaction()));
  await sleep(10);
  await background.idle();
  await Promise.all(heard);
  // The first one waits already and is tried once more; each of the others is tried once.
  expect(settingsOf).toHaveBeenCalledTimes(4);
});

it('is there when the reaction was put, taken away and put again faster than it can be told', async () => {
  const { reacted, unreacted } = inOrder({ ...replica(), ...besides });
  const told = [reacted(reaction()), unreacted(reaction()), reacted(reaction({ at: now + 1 }))];
  await Promise.all(told);
  expect(await todos()).toHaveLength(1);
});

it('is made anew a few times at most, however often the reaction comes and goes', async () => {
  const { reacted, unreacted } = replica();
  for (let time = 0; time < 20; time += 1) {
    now += SECOND_MS;
    await reacted(reaction());
    now += SECOND_MS;
    await unreacted(reaction());
  }
  expect(await todos()).toEqual([]);
  const made = await database.query('select id from todo');
  expect(made).toHaveLength(6);
  await reacted(reaction({ at: now + SECOND_MS }));
  expect(await database.query('select id from todo')).toHaveLength(made.length);
});

it.each<[string, (hear: ReturnType<typeof replica>) => Promise<unknown>]>([
  [
    'later',
    async ({ unreacted }) => {
      now += MINUTE_MS + 1;
      await unreacted(reaction());
    },
  ],
  ['with another emoji', ({ unreacted }) => unreacted(reaction({ emoji: 'tada' }))],
  ['of another person', ({ unreacted }) => unreacted(reaction({ userId: userId('bob') }))],
  ['of another message', ({ unreacted }) => unreacted(reaction({ postId: postId('other') }))],
])('stays when a reaction goes away %s', async (_when, takeAway) => {
  const hear = replica();
  await hear.reacted(reaction());
  await delivered();
  await takeAway(hear);
  expect(await todos()).toHaveLength(1);
  expect(await delivered()).toEqual([]);
});

it('is heard and taken back also when the database or Mattermost is away for a moment', async () => {
  const away = (code: 'store_unavailable' | 'mattermost_unavailable') => new AppError(code, 'Away.');
  const { reacted, unreacted } = replica();
  const settingsOf = jest.spyOn(store.people, 'settingsOf');
  const ledTo = jest.spyOn(store.todos, 'ledTo');
  settingsOf.mockRejectedValueOnce(away('store_unavailable'));
  ledTo.mockRejectedValueOnce(away('store_unavailable'));
  await reacted(reaction());
  expect(await todos()).toHaveLength(1);
  settingsOf.mockRejectedValueOnce(away('mattermost_unavailable'));
  ledTo.mockRejectedValueOnce(away('store_unavailable'));
  jest.spyOn(store.outbox, 'find').mockRejectedValueOnce(away('store_unavailable'));
  await unreacted(reaction());
  expect([await todos(), await delivered()]).toEqual([[], [expect.anything(), expect.anything()]]);
});

it('is not taken back when it was changed since, and says why', async () => {
  const { reacted, unreacted } = replica();
  await reacted(reaction());
  await acts().edit({ actorId: userId('ann'), listId: ANNS }, { numbers: [1] }, { text: 'Mine' });
  await delivered();
  await unreacted(reaction());
  expect(await todos()).toMatchObject([{ text: 'Mine' }]);
  expect(await delivered()).toMatchObject([{ kind: 'direct', text: expect.stringMatching(/changed/) }]);
});

it('keeps a message of 16,000 characters in text and notes, and says what one without words lacks', async () => {
  const { reacted } = replica();
  people.post('long', 'town', 'bob', `${'word '.repeat(1_000)}end.\n${'x'.repeat(11_000)}`);
  people.post('empty', 'town', 'bob', '');
  await reacted(reaction({ postId: postId('long') }));
  await reacted(reaction({ postId: postId('empty') }));
  const [kept, ...others] = await todos();
  expect([kept?.text.length, kept?.notes.length, others]).toEqual([4_000, 16_000, []]);
  expect(await delivered()).toMatchObject([
    { text: expect.stringMatching(/^Added/) },
    { kind: 'direct', text: expect.not.stringMatching(/^Added/) },
  ]);
});

it('makes no more of a flood than of other messages, and says so once', async () => {
  const { reacted } = replica();
  for (let index = 0; index < MOST_A_MINUTE + 5; index += 1) {
    people.post(`flood${index}`, 'town', 'bob', `Flood ${index}`);
    await reacted(reaction({ postId: postId(`flood${index}`) }));
  }
  expect(await todos()).toHaveLength(MOST_A_MINUTE);
  expect(await delivered()).toHaveLength(MOST_A_MINUTE + 1);
});
