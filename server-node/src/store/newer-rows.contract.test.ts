import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DATABASES, type Opened, type TestDatabase } from './testing/fresh-stores.ts';
import { ANNS } from './testing/people.ts';

/** While an update goes on, this version runs beside the next one, on a database that the next one has migrated. */
describe.each(DATABASES)('%s rows that a newer version wrote', (_name, create) => {
  let database: TestDatabase;
  let store: Opened;

  beforeAll(async () => {
    database = await create(process.env);
    store = await database.open();
    await store.acts.add(ANNS, [{ text: 'milk' }]);
    await store.acts.add(ANNS, [{ text: 'bread' }]);
    await database.query('alter table todo add column color text');
    await database.query("update todo set color = 'red'");
    await database.query("update todo_history set act = 'paint'");
  });
  afterAll(() => database.remove());

  const rowOf = async (text: string) =>
    (await database.query(`select * from todo where text = '${text}'`))[0] ?? {};

  it('are read, with an act in their history that this version does not know', async () => {
    const { todos } = await store.todos.page(ANNS.listId, { state: 'open', limit: 10 });
    expect(todos.map(({ text }) => text).toSorted()).toEqual(['bread', 'milk']);
    const [first] = todos;
    if (first === undefined) throw new Error('Expected two to-dos.');
    expect(await store.todos.history(first.id, 10)).toMatchObject([{ act: 'paint', todoId: first.id }]);
  });

  it('keep what this version does not know when it changes them', async () => {
    await store.acts.complete(ANNS, { numbers: [1] });
    expect(await rowOf('milk')).toMatchObject({ state: 'done', color: 'red' });
  });

  it('are named by the state they have, and are in no list of open or done ones', async () => {
    await database.query("update todo set state = 'paused' where text = 'bread'");
    const { todos } = await store.todos.page(ANNS.listId, { state: 'open', limit: 10 });
    expect(todos).toEqual([]);
    expect(await store.todos.findByNumbers(ANNS.listId, [2])).toMatchObject([
      { text: 'bread', state: 'paused' },
    ]);
  });
});
