import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { readMigrations, type Migration } from './migrations.ts';
import { connectionConfig } from './postgres/config.ts';
import { migratePostgres } from './postgres/migrate.ts';
import { migrateSqlite } from './sqlite/migrate.ts';
import { makeFile, openSqlite } from './sqlite/open.ts';
import { contentOf } from './testing/content.ts';
import { FILLED_0_1_0 } from './testing/filled-0.1.0.ts';
import { DATABASES, type TestDatabase } from './testing/fresh-stores.ts';
import { ANNS, TEAM } from './testing/people.ts';

type Database = 'sqlite' | 'postgres';
const KINDS: Record<string, Database> = { SQLite: 'sqlite', PostgreSQL: 'postgres' };

/** Puts a new table in the place of `todo`, which `todo_history` refers to, as a new check on a column needs. */
const REBUILD: Record<Database, string> = {
  sqlite: `
    create table todo_new (id text primary key, list_id text not null references todo_list (id), kept text) strict;
    insert into todo_new select id, list_id, text from todo;
    drop table todo;
    alter table todo_new rename to todo;`,
  postgres: `
    create table todo_new (id text primary key, list_id text not null references todo_list (id), kept text);
    insert into todo_new select id, list_id, text from todo;
    alter table todo_history drop constraint todo_history_todo_id_fkey;
    alter table todo_moved drop constraint todo_moved_todo_id_fkey;
    drop table todo;
    alter table todo_new rename to todo;
    alter table todo_moved add constraint todo_moved_todo_id_fkey foreign key (todo_id) references todo (id);
    alter table todo_history add constraint todo_history_todo_id_fkey foreign key (todo_id) references todo (id);`,
};
/** The same, and forgets a row that the history refers to. */
const LOSSY: Record<Database, string> = {
  sqlite: REBUILD.sqlite.replace('from todo;', "from todo where id <> 't2';"),
  postgres: REBUILD.postgres.replace('from todo;', "from todo where id <> 't2';"),
};

describe.each(DATABASES)('a %s store that 0.1.0 filled', (name, create) => {
  const kind = KINDS[name] as Database;
  let database: TestDatabase;
  beforeEach(async () => {
    database = await create(process.env);
    await migrate((await readMigrations(kind)).slice(0, 1));
    await runScript(FILLED_0_1_0);
  });
  afterEach(() => database.remove());

  async function migrate(migrations: readonly Migration[]): Promise<void> {
    const { url, schema } = database;
    if (kind === 'postgres')
      return void (await migratePostgres(connectionConfig(url), schema, migrations, 1));
    makeFile(url.slice('sqlite:'.length));
    const connection = await openSqlite(url.slice('sqlite:'.length));
    await migrateSqlite(connection, migrations, 1).finally(() => connection.close());
  }

  async function runScript(sql: string): Promise<void> {
    const { url, schema } = database;
    if (kind === 'postgres') {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      await client.query(`set search_path to ${schema}; ${sql}`).finally(() => client.end());
      return;
    }
    const connection = await openSqlite(url.slice('sqlite:'.length));
    connection.exec(sql);
    connection.close();
  }

  const withOneMore = async (sql: string): Promise<Migration[]> => {
    const known = await readMigrations(kind);
    return [...known, { number: known.length + 1, name: 'trial.sql', sql }];
  };

  it('is brought to the newest form with all that is in it, and goes on', async () => {
    const { acts, outbox } = await database.open();
    const mine = await acts.page(ANNS.listId, { state: 'open', limit: 9 });
    expect(mine.todos).toMatchObject([{ number: 1, text: 'Buy milk', notes: 'two litres' }]);
    expect((await acts.page(TEAM.listId, { state: 'open', limit: 9 })).todos).toMatchObject([
      { number: 1, text: 'Bring cake' },
    ]);
    expect((await acts.undo(ANNS)).todos).toMatchObject([{ number: 3, state: 'open' }]);
    expect((await acts.add(ANNS, [{ text: 'next' }])).todos[0]?.number).toBe(4);
    expect((await outbox.backlog()).waiting).toBe(1);
  });

  it('can have a table rebuilt that others refer to', async () => {
    await migrate(await readMigrations(kind));
    const before = await contentOf(database);
    await migrate(await withOneMore(REBUILD[kind]));
    const { todo, ...others } = await contentOf(database);
    const { todo: todosBefore, ...othersBefore } = before;
    expect(others).toEqual(othersBefore);
    expect(todo?.map((row) => Object(row).kept)).toEqual(todosBefore?.map((row) => Object(row).text));
    await expect(
      runScript("update todo_history set todo_id = 'nowhere' where change_id = 'h2'"),
    ).rejects.toThrow(/foreign key/i);
  });

  it('is left as it was by a migration that would break a reference', async () => {
    await migrate(await readMigrations(kind));
    const before = await contentOf(database);
    await expect(migrate(await withOneMore(LOSSY[kind]))).rejects.toMatchObject({
      code: kind === 'sqlite' ? 'store_damaged' : 'invalid_config',
    });
    expect(await contentOf(database)).toEqual(before);
  });
});
