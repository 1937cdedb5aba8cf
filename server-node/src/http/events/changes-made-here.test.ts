import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createSqlite, type Opened, type TestDatabase } from '../../store/testing/fresh-stores.ts';
import { userId } from '../../testing/people.ts';
import type { ChannelId } from '../../shared/ids.ts';
import { channelList, personList } from '../../todos/list.ts';
import { makeActs } from '../../todos/make-acts.ts';
import { makeNewId } from '../../todos/new-id.ts';
import { oneZone } from '../../todos/when.ts';
import { addressedTo } from '../../todos/whom-it-concerns.ts';
import { makeChangesMadeHere } from './changes-made-here.ts';
import { readShownChange, type ChangeReader } from './shown-change.ts';

const ANN = userId('ann');
const BOB = userId('bob');
const ANNS = { actorId: ANN, listId: personList(ANN) };
const TO_ANN = { to: { kind: 'person', userId: ANN }, listId: ANNS.listId, isByName: false } as const;
let database: TestDatabase;
let store: Opened;

beforeAll(async () => {
  database = await createSqlite();
  store = await database.open();
});
afterAll(() => database.remove());

const forbidden = () => Promise.reject(new Error('Nothing has to be read.'));
const unread = { list: forbidden, change: forbidden, findMany: forbidden } satisfies ChangeReader;

function actsNoting(mostLength?: number) {
  const made = makeChangesMadeHere(mostLength);
  const deps = { store: store.todos, now: Date.now, newId: makeNewId(Date.now), onWritten: made.note };
  return { acts: makeActs(deps), made: made.of };
}

it('tells of a change that was made here as of one that is read', async () => {
  const { acts, made } = actsNoting();
  const { todos } = await acts.add(ANNS, [{ text: 'Buy milk' }, { text: 'Buy bread' }]);
  await acts.complete(ANNS, { ids: todos.slice(0, 1).map(({ id }) => id) });
  const { id } = await acts.complete(ANNS, { ids: todos.map((todo) => todo.id) });
  const read = await readShownChange(store.todos, TO_ANN, id);
  expect(read?.todos.map(({ text, state }) => [text, state])).toEqual([['Buy bread', 'done']]);
  expect(await readShownChange({ ...unread, made }, TO_ANN, id)).toEqual(read);
});

it('reads what another process made, and what it no longer remembers', async () => {
  const { acts, made } = actsNoting(1_200);
  const { id: theirs } = await store.acts.add(ANNS, [{ text: 'Elsewhere' }]);
  expect(made(theirs)).toBeUndefined();
  const { id: first } = await acts.add(ANNS, [{ text: 'One' }]);
  const { id: second } = await acts.add(ANNS, [{ text: 'Two' }]);
  expect([made(first), made(second)?.id]).toEqual([undefined, second]);
  expect((await readShownChange({ ...store.todos, made }, TO_ANN, first))?.id).toBe(first);
});

it('tells each list its part of what was sent, and whoever sent it by name, made here or read', async () => {
  const { acts, made } = actsNoting();
  const { todos } = await acts.add(ANNS, [{ text: 'Sent' }]);
  const ids = todos.map(({ id }) => id);
  const sent = await acts.assign(ANNS, { ids }, BOB, oneZone('UTC'));
  const accepted = await acts.accept({ actorId: BOB, listId: personList(BOB) }, { ids }, 'UTC');
  for (const { id, concerns } of [sent, accepted]) {
    for (const addressed of addressedTo(concerns)) {
      const told = await readShownChange({ ...store.todos, made }, addressed, id);
      expect(told).toMatchObject({ id, list: { id: addressed.listId }, todos: [{ text: 'Sent' }] });
      const read = await readShownChange(store.todos, addressed, id);
      expect(read?.todos.map(({ state }) => state)).toEqual(['open']);
    }
  }
  expect(addressedTo(accepted.concerns)).toMatchObject([
    { listId: personList(BOB), isByName: false },
    { listId: ANNS.listId, isByName: true },
  ]);
});

it('tells nobody by name of what they neither sent nor have', async () => {
  const { acts, made } = actsNoting();
  const channel = { actorId: ANN, listId: channelList('town' as ChannelId) };
  const { id, todos, concerns } = await acts.add(channel, [{ text: 'For all' }]);
  const [, byName] = addressedTo(concerns);
  if (byName === undefined) throw new Error('Expected somebody by name.');
  expect(await readShownChange({ ...unread, made }, byName, id)).toBeUndefined();
  const ids = todos.map((todo) => todo.id);
  const { id: assigned } = await acts.assign(channel, { ids }, ANN, oneZone('UTC'));
  expect(await readShownChange({ ...store.todos, made }, byName, assigned)).toMatchObject({
    list: { id: ANNS.listId },
    todos: [{ text: 'For all', assigneeId: ANN }],
  });
  const { id: freed } = await acts.assign(channel, { ids }, null, oneZone('UTC'));
  for (const reader of [store.todos, { ...store.todos, made }])
    expect((await readShownChange(reader, byName, freed))?.todos).toMatchObject([{ assigneeId: null }]);
});
