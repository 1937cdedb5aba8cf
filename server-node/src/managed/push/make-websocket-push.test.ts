import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { CHANGE_EVENT, PROGRAM_EVENT } from '../../contract/api.ts';
import type { ChangeView } from '../../contract/todo-view.ts';
import { silentLogger } from '../../shared/logger.ts';
import { createSqlite, type Opened, type TestDatabase } from '../../store/testing/fresh-stores.ts';
import { channelList, personList, SHARED_LIST, type ListId } from '../../todos/list.ts';
import type { ChannelId } from '../../shared/ids.ts';
import { userId } from '../../testing/people.ts';
import { makeSharedAudience } from './shared-audience.ts';
import { makeWebSocketPush } from './make-websocket-push.ts';

const ANN = userId('ann');
const caller = { userId: ANN, username: 'ann', isGuest: false, locale: 'en', access: {} as never };
const facts = { timeZone: null, isBot: false, isGuest: false, isDeactivated: false };
const account = { userId: ANN, username: 'ann', locale: 'en', ...facts };
let database: TestDatabase;
let store: Opened;

beforeAll(async () => {
  database = await createSqlite();
  store = await database.open();
});
afterAll(() => database.remove());

/** What a node publishes of one change that it heard of, and that it made itself or not. */
async function published(isCluster: boolean, listId: ListId, madeHere: boolean): Promise<number> {
  const audience = makeSharedAudience(Date.now);
  await audience.noting(
    { method: 'GET', headers: {}, path: '/plugins/todo-node/api/v1/lists/shared' },
    caller,
  );
  let count = 0;
  const reading: Promise<unknown>[] = [];
  const reader = {
    ...store.todos,
    findMany: (...args: Parameters<typeof store.todos.findMany>) => {
      const rows = store.todos.findMany(...args);
      reading.push(rows);
      return rows;
    },
  };
  const told = Promise.withResolvers<undefined>();
  const push = makeWebSocketPush({
    api: { PublishWebSocketEvent: async () => (count++, told.resolve(undefined)) },
    reader,
    accessOf: () => caller.access,
    accountOf: async () => account,
    audience,
    isCluster,
    logger: silentLogger,
  });
  const { id: changeId, concerns } = await store.acts.add({ actorId: ANN, listId }, [{ text: 'x' }]);
  if (madeHere) push.changedHere?.({ changeId, ...concerns });
  push.changed({ changeId, ...concerns });
  const expected = !isCluster || madeHere || listId === SHARED_LIST;
  await (expected ? told.promise : Promise.resolve());
  await Promise.all(reading);
  return count;
}

it.each([
  ['alone, of its own change', 1, false, personList(ANN), true],
  ['alone, of a change by a terminal', 1, false, personList(ANN), false],
  ['in a cluster, of its own change', 1, true, personList(ANN), true],
  ['in a cluster, of another node’s change', 0, true, personList(ANN), false],
  ['in a cluster, of the shared list, whose readers only it knows', 1, true, SHARED_LIST, false],
  ['in a cluster, of its own change of the shared list', 1, true, SHARED_LIST, true],
])('a node tells browsers %s: %s time(s)', async (_when, times, isCluster, listId, madeHere) => {
  expect(await published(isCluster, listId, madeHere)).toBe(times);
});

it('a change of the shared list that thousands read costs Mattermost few calls at a time, and reaches all', async () => {
  const readers = Array.from({ length: 2_000 }, (_, n) => userId(`reader${n}x`));
  const told = new Set<unknown>();
  const all = Promise.withResolvers<undefined>();
  let underWay = 0;
  let most = 0;
  const call = async () => {
    most = Math.max(most, ++underWay);
    await new Promise(setImmediate);
    underWay -= 1;
  };
  const push = makeWebSocketPush({
    api: {
      async PublishWebSocketEvent(_event, _payload, broadcast) {
        await call();
        told.add(broadcast.UserId);
        if (told.size === readers.length) all.resolve(undefined);
      },
    },
    reader: store.todos,
    accessOf: () => caller.access,
    accountOf: async () => (await call(), account),
    audience: { ...makeSharedAudience(Date.now), readers: () => readers },
    isCluster: false,
    logger: silentLogger,
  });
  const { id: changeId } = await store.acts.add({ actorId: ANN, listId: SHARED_LIST }, [{ text: 'x' }]);
  push.changed({ lists: [SHARED_LIST], people: [ANN], changeId });
  await all.promise;
  expect([told.size, most]).toEqual([2_000, 16]);
});

it('a change of the shared list above the most that may wait is fetched by its readers, each told to once', async () => {
  const readers = Array.from({ length: 10_100 }, (_, n) => userId(`reader${n}x`));
  const events: Record<string, unknown[]> = { [CHANGE_EVENT]: [], [PROGRAM_EVENT]: [] };
  const changeIds = new Set<unknown>();
  const all = Promise.withResolvers<undefined>();
  const begun = Promise.withResolvers<undefined>();
  const gate = Promise.withResolvers<undefined>();
  const push = makeWebSocketPush({
    api: {
      async PublishWebSocketEvent(event, payload, broadcast) {
        const { changeId, listId } = JSON.parse(String(payload['json'])) as Record<string, unknown>;
        if (event === CHANGE_EVENT) changeIds.add(changeId);
        else expect(listId).toBe(SHARED_LIST);
        events[event]?.push(broadcast.UserId);
        if (Object.values(events).every((told) => told.length >= readers.length)) all.resolve(undefined);
      },
    },
    reader: store.todos,
    accessOf: () => caller.access,
    accountOf: async () => {
      begun.resolve(undefined);
      await gate.promise;
      return account;
    },
    audience: { ...makeSharedAudience(Date.now), readers: () => readers },
    isCluster: false,
    logger: silentLogger,
  });
  const addHere = async () => {
    const { id } = await store.acts.add({ actorId: ANN, listId: SHARED_LIST }, [{ text: 'x' }]);
    push.changed({ lists: [SHARED_LIST], people: [ANN], changeId: id });
    return id;
  };
  const first = await addHere();
  await begun.promise;
  await addHere();
  await addHere();
  gate.resolve(undefined);
  await all.promise;
  expect([...changeIds]).toEqual([first]);
  for (const told of Object.values(events)) expect(told.toSorted()).toEqual(readers.toSorted());
});

it('what is too long for all members of a channel is fetched by those who look at it', async () => {
  const channel = 'c'.repeat(26) as ChannelId;
  const told = Promise.withResolvers<unknown[]>();
  const push = makeWebSocketPush({
    api: {
      PublishWebSocketEvent: async (event, payload, { ChannelId }) =>
        told.resolve([event, JSON.parse(String(payload['json'])), ChannelId]),
    },
    reader: store.todos,
    accessOf: () => caller.access,
    accountOf: async () => account,
    audience: makeSharedAudience(Date.now),
    isCluster: false,
    logger: silentLogger,
  });
  const request = { actorId: ANN, listId: channelList(channel) };
  const drafts = Array.from({ length: 32 }, () => ({ text: 'long', notes: 'x'.repeat(16_000) }));
  const { id: changeId, concerns } = await store.acts.add(request, drafts);
  push.changed({ changeId, ...concerns });
  expect(await told.promise).toEqual([PROGRAM_EVENT, { listId: request.listId }, channel]);
});

it('what somebody sent is told to them by name, without what is of the receiver’s list, and to nobody else', async () => {
  const told: { userId: unknown; view: ChangeView }[] = [];
  const both = Promise.withResolvers<undefined>();
  const push = makeWebSocketPush({
    api: {
      async PublishWebSocketEvent(_event, payload, broadcast) {
        told.push({ userId: broadcast.UserId, view: JSON.parse(String(payload['json'])) as ChangeView });
        if (told.length === 2) both.resolve(undefined);
      },
    },
    reader: store.todos,
    accessOf: () => caller.access,
    accountOf: async () => account,
    audience: makeSharedAudience(Date.now),
    isCluster: false,
    logger: silentLogger,
  });
  const bob = userId('bobby');
  const request = { actorId: ANN, listId: personList(ANN) };
  const { id: changeId, concerns } = await store.acts.send(request, [{ text: 'Review' }], [bob]);
  push.changed({ changeId, ...concerns });
  await both.promise;
  const of = (id: typeof bob) => told.find((one) => one.userId === id)?.view;
  expect(of(bob)).toMatchObject({ listId: personList(bob), todos: [{ number: 1, state: 'waiting' }] });
  expect(of(ANN)).toMatchObject({
    listId: personList(ANN),
    todos: [{ number: 0, order: 0, state: 'waiting' }],
  });
});
