import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { UNSAID } from '../contract/todo-view.ts';
import { TODO_COLUMNS } from '../todos/todo-columns.ts';
import { DATABASES, type Opened, type TestDatabase } from './testing/fresh-stores.ts';
import { ANNS } from './testing/people.ts';

/** Those that 0.2 knew: while an update goes on, such a process writes into the same database. */
const KNOWN_TO_0_2 = Object.values(TODO_COLUMNS)
  .map(({ column }) => column)
  .filter((column) => !/^(due|repeat|occurrence|reminders)/.test(column))
  .join(', ');

describe.each(DATABASES)('%s rows that a version before wrote', (_name, create) => {
  let database: TestDatabase;
  let store: Opened;

  beforeAll(async () => {
    database = await create(process.env);
    store = await database.open();
    await store.acts.add(ANNS, [{ text: 'milk' }]);
    await database.query(
      `insert into todo (${KNOWN_TO_0_2}) select ${KNOWN_TO_0_2.replace('id,', "'older',").replace('number', '7')} from todo`,
    );
  });
  afterAll(() => database.remove());

  it('have no date, no rule and no reminder', async () => {
    const { due, dueAt, dueZone, repeat, repeatFrom, repeatAnchor, occurrence, reminders } = UNSAID;
    const time = { due, dueAt, dueZone, repeat, repeatFrom, repeatAnchor, occurrence, reminders };
    expect(await store.todos.findByNumbers(ANNS.listId, [7])).toMatchObject([{ text: 'milk', ...time }]);
  });

  it('can be changed and put back', async () => {
    await store.acts.complete(ANNS, { numbers: [7] });
    const { todos } = await store.acts.undo(ANNS);
    expect(todos).toMatchObject([{ number: 7, state: 'open' }]);
  });
});
