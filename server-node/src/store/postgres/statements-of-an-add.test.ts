import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import { personList } from '../../todos/list.ts';
import { userId } from '../../testing/people.ts';
import { makeActs } from '../../todos/make-acts.ts';
import type { Change } from '../../todos/ports.ts';
import { DATABASES, type Opened, type TestDatabase } from '../testing/fresh-stores.ts';

const ANN = userId('ann');
let database: TestDatabase;
let store: Opened;

beforeAll(async () => {
  const createPostgres = new Map(DATABASES).get('PostgreSQL');
  database = (await createPostgres?.(process.env)) as TestDatabase;
  store = await database.open();
});
afterAll(async () => {
  jest.restoreAllMocks();
  await database.remove();
});

it('sends four statements for one add, and hears of it with all that has to be told', async () => {
  const written: Change[] = [];
  const heard = Promise.withResolvers<string>();
  const onWritten = (change: Change) => void written.push(change);
  const acts = makeActs({ store: store.todos, now: Date.now, newId: store.newId, onWritten });
  await acts.add({ actorId: ANN, listId: personList(ANN) }, [{ text: 'The first makes the list' }]);
  store.todos.onChange(({ changeId }) => changeId === written[1]?.id && heard.resolve(changeId));

  const sent = jest.spyOn(pg.Client.prototype, 'query');
  await acts.add({ actorId: ANN, listId: personList(ANN) }, [{ text: 'Buy milk' }]);
  expect(await heard.promise).toBe(written[1]?.id);
  const texts = sent.mock.calls.map(([query]) => String((query as { text?: string }).text ?? query));
  expect(texts.map((text) => text.trim().split(/\s/)[0])).toEqual(['start', 'select', 'with', 'commit']);
  expect(written[1]?.todos.map(({ text }) => text)).toEqual(['Buy milk']);
});
