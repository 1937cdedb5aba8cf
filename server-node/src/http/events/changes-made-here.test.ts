import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createSqlite, type Opened, type TestDatabase } from '../../store/testing/fresh-stores.ts';
import { userId } from '../../testing/people.ts';
import { personList } from '../../todos/list.ts';
import { makeActs } from '../../todos/make-acts.ts';
import { makeNewId } from '../../todos/new-id.ts';
import type { ChangeReader } from './change-frame.ts';
import { readShownChange } from './change-frame.ts';
import { makeChangesMadeHere } from './changes-made-here.ts';

const ANN = userId('ann');
const ANNS = { actorId: ANN, listId: personList(ANN) };
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
  const read = await readShownChange(store.todos, ANNS.listId, id);
  expect(read.todos.map(({ text, state }) => [text, state])).toEqual([['Buy bread', 'done']]);
  expect(await readShownChange({ ...unread, made }, ANNS.listId, id)).toEqual(read);
});

it('reads what another process made, and what it no longer remembers', async () => {
  const { acts, made } = actsNoting(1_200);
  const { id: theirs } = await store.acts.add(ANNS, [{ text: 'Elsewhere' }]);
  expect(made(ANNS.listId, theirs)).toBeUndefined();
  const { id: first } = await acts.add(ANNS, [{ text: 'One' }]);
  const { id: second } = await acts.add(ANNS, [{ text: 'Two' }]);
  expect([made(ANNS.listId, first), made(ANNS.listId, second)?.id]).toEqual([undefined, second]);
  expect((await readShownChange({ ...store.todos, made }, ANNS.listId, first)).id).toBe(first);
});

it('does not tell readers of one list what was changed in another', async () => {
  const { acts, made } = actsNoting();
  const { id } = await acts.add(ANNS, [{ text: 'Mine' }]);
  expect(made(personList(userId('bob')), id)).toBeUndefined();
});
