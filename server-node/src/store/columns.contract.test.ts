import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TODO_STATES } from '../contract/vocabulary.ts';
import { TODO_COLUMNS } from '../todos/todo-columns.ts';
import { nobodyBut } from '../todos/whom-it-concerns.ts';
import { CHANGING_COLUMNS, COLUMNS, KEYS } from './columns.ts';
import { fromTodo, toTodo } from './mapping.ts';
import { DATABASES, type Opened, type TestDatabase } from './testing/fresh-stores.ts';
import { TEAM } from './testing/people.ts';

/** Given by the databases themselves. */
const OWN_COLUMNS = ['seq', 'transaction_id'];
const JSON_COLUMNS = new Set(
  Object.values(TODO_COLUMNS).flatMap((kept): string[] => ('isJson' in kept ? [kept.column] : [])),
);

describe.each(DATABASES)('the tables on %s', (name, create) => {
  let database: TestDatabase;
  let store: Opened;

  beforeAll(async () => {
    database = await create(process.env);
    store = await database.open();
  });
  afterAll(() => database.remove());

  const columnsOf = (table: string) =>
    database.query(
      name === 'SQLite'
        ? `select name, type from pragma_table_info('${table}')`
        : `select column_name as name, data_type as type from information_schema.columns
           where table_schema = '${database.schema}' and table_name = '${table}'`,
    );

  it.each(Object.keys(KEYS) as (keyof typeof KEYS)[])(
    'have the columns of %s, and no others',
    async (table) => {
      const there = (await columnsOf(table)).map((column) => String(column['name']));
      expect(there.filter((column) => !OWN_COLUMNS.includes(column)).sort()).toEqual(
        [...COLUMNS[table]].sort(),
      );
    },
  );

  /** Another value in each column, as far as others do not refer to it. */
  async function rowLike(made: object, turn: number) {
    const row: Record<string, unknown> = { ...made };
    for (const [at, { name: column, type }] of (await columnsOf('todo')).entries()) {
      if (column === 'id' || column === 'list_id') continue;
      const text = JSON_COLUMNS.has(String(column)) ? `["${turn}"]` : `${String(column)} ${turn}`;
      row[String(column)] = /text/i.test(String(type)) ? text : 1_000 * turn + at;
    }
    return row;
  }

  it('keep every field of a new to-do, and every one that may change of a changed one', async () => {
    const { todos, list } = await store.acts.add(TEAM, [{ text: 'x' }]);
    const [made] = todos.map(fromTodo);
    if (made === undefined) throw new Error('Nothing was added.');
    const id = store.newId();
    const begun = { ...made, ...(await rowLike(made, 1)), id, state: 'open' as const };
    const changed = { ...begun, ...(await rowLike(made, 2)), id, state: 'done' as const };
    const save = (inserted: (typeof made)[], updated: (typeof made)[]) =>
      store.todos.transaction(async (writer) => {
        await writer.lock(list.id);
        const history = [{ ...line, changeId: store.newId() as never, todoId: id as never }];
        const rows = { inserted: inserted.map(toTodo), updated: updated.map(toTodo) };
        await writer.save({ ...rows, lists: [list], history, moves: [], concerns: nobodyBut(list) });
      });
    const line = {
      ...{ listId: list.id, madeIn: list.id, actorId: TEAM.actorId, act: 'edit' as const, at: 1 },
      ...{ before: {}, after: {}, undoes: null },
    };
    await save([begun], []);
    expect(await store.todos.find(id as never)).toEqual(toTodo(begun));
    await save([], [changed]);
    const changing = Object.fromEntries(CHANGING_COLUMNS.map((column) => [column, changed[column]]));
    expect(await store.todos.find(id as never)).toEqual(toTodo({ ...begun, ...changing }));
  });

  it.each(TODO_STATES)('take the state %s', async (state) => {
    const [added] = (await store.acts.add(TEAM, [{ text: state }])).todos;
    await database.query(`update todo set state = '${state}' where id = '${added?.id}' returning id`);
    expect(await store.todos.find(added?.id as never)).toMatchObject({ state });
  });
});
