import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { UNSAID } from '../contract/todo-view.ts';
import { TODO_COLUMNS } from '../todos/todo-columns.ts';
import { DATABASES, type Opened, type TestDatabase } from './testing/fresh-stores.ts';
import { personList } from '../todos/list.ts';
import type { TodoId } from '../todos/todo.ts';
import { oneZone } from '../todos/when.ts';
import { ANNS, BOB } from './testing/people.ts';

/** Those that 0.3 knew: while an update goes on, such a process writes into the same database. */
const KNOWN_TO_0_3 = Object.values(TODO_COLUMNS)
  .map(({ column }) => column)
  .filter((column) => !/^request/.test(column))
  .join(', ');

describe.each(DATABASES)('%s rows that a version before wrote', (_name, create) => {
  let database: TestDatabase;
  let store: Opened;

  beforeAll(async () => {
    database = await create(process.env);
    store = await database.open();
    await store.acts.add(ANNS, [{ text: 'milk' }]);
    await database.query(
      `insert into todo (${KNOWN_TO_0_3}) select ${KNOWN_TO_0_3.replace('id,', "'older',").replace('number', '7')} from todo`,
    );
  });
  afterAll(() => database.remove());

  it('were asked of nobody', async () => {
    const { request, requestReason, requestedAt } = UNSAID;
    expect(await store.todos.findByNumbers(ANNS.listId, [7])).toMatchObject([
      { text: 'milk', request, requestReason, requestedAt },
    ]);
    expect(await store.acts.mine(ANNS.actorId, 9)).toHaveLength(2);
  });

  it('can be changed and put back', async () => {
    await store.acts.complete(ANNS, { numbers: [7] });
    const { todos } = await store.acts.undo(ANNS);
    expect(todos).toMatchObject([{ number: 7, state: 'open' }]);
  });

  it('can be taken back, though their line does not say who has them', async () => {
    const bobs = { actorId: BOB, listId: personList(BOB) };
    const { id } = await store.acts.add(bobs, [{ text: 'tea' }]);
    const line = `change_id = '${id}'`;
    const said = JSON.stringify({ text: 'tea', state: 'open' });
    await database.query(`update todo_history set after_fields = '${said}' where ${line}`);
    expect((await store.acts.undo(bobs, id)).todos).toMatchObject([{ state: 'deleted' }]);
  });

  describe('of a request', () => {
    const bobs = { actorId: BOB, listId: personList(BOB) };
    /** All that 0.3 writes when it puts a state back. */
    const stateBack = (id: string, state: string) =>
      database.query(`update todo set state = '${state}' where id = '${id}'`);
    const sent = async () => {
      const { todos } = await store.acts.send(ANNS, [{ text: 'tea' }], [BOB]);
      return [todos[0]?.id ?? ('' as TodoId)];
    };

    it('whose answer was undone can be answered anew', async () => {
      const ids = await sent();
      await store.acts.accept(bobs, { ids }, 'UTC');
      await stateBack(ids[0] ?? '', 'waiting');
      expect(await store.todos.findMany(ids)).toMatchObject([{ state: 'waiting', request: 'waiting' }]);
      const { todos } = await store.acts.accept(bobs, { ids }, 'UTC');
      expect(todos).toMatchObject([{ state: 'open', request: 'accepted' }]);
    });

    it.each(['open', 'done'])('that is %s without an answer was accepted', async (state) => {
      const ids = await sent();
      await stateBack(ids[0] ?? '', state);
      expect(await store.todos.findMany(ids)).toMatchObject([{ state, request: 'accepted' }]);
    });

    it('that was taken back, and waits again in the list of whoever asked, is opened by them', async () => {
      const ids = await sent();
      await store.acts.takeBack(ANNS, { sent: ids }, 'UTC');
      await stateBack(ids[0] ?? '', 'waiting');
      expect((await store.acts.requests(ANNS.actorId, 9)).map(({ id }) => id)).toEqual(ids);
      const { todos } = await store.acts.accept(ANNS, { ids }, 'UTC');
      expect(todos).toMatchObject([{ state: 'open', request: null, requestedAt: null }]);
    });
  });

  it('can be sent to somebody', async () => {
    const { todos } = await store.acts.assign(ANNS, { numbers: [7] }, BOB, oneZone('UTC'));
    expect(todos).toMatchObject([{ state: 'waiting', listId: personList(BOB) }]);
  });
});
