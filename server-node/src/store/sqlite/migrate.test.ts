import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { readMigrations } from '../migrations.ts';
import { migrateSqlite } from './migrate.ts';
import { makeFile, openSqlite } from './open.ts';

const MADE_AT = 1_000;

let folder = '';
let path = '';
const connections: DatabaseSync[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'todo-migrate-'));
  path = join(folder, 'todo.db');
  makeFile(path);
});
afterEach(async () => {
  for (const connection of connections.splice(0)) connection.close();
  await rm(folder, { recursive: true });
});

async function connect(): Promise<DatabaseSync> {
  const connection = await openSqlite(path);
  connections.push(connection);
  return connection;
}

it('waits while another process migrates, and then finds nothing left to do', async () => {
  const migrations = await readMigrations('sqlite');
  const [other, ours] = [await connect(), await connect()];
  other.exec('begin immediate');
  const migrated = migrateSqlite(ours, migrations, 2_000);
  migrated.catch(() => undefined);
  // Whatever ours does without waiting for the lock, it has done after this.
  await nextTurn();
  other.exec('create table todo_migration (number integer primary key, name text, applied_at integer)');
  for (const { number, name, sql } of migrations) {
    other.exec(sql);
    other.prepare('insert into todo_migration values (?, ?, ?)').run(number, name, MADE_AT);
  }
  other.exec('commit');
  expect(await migrated).toBe(MADE_AT);
});

it('leaves columns in their places, by which a process one version older goes on reading them', async () => {
  const migrations = await readMigrations('sqlite');
  const [older, newer] = [await connect(), await connect()];
  await migrateSqlite(older, migrations.slice(0, 6), MADE_AT);
  const places = older.prepare('select * from todo').columns();
  older.exec(`insert into todo_list values ('l', 1, 2, 1, 0);
    insert into todo (id, list_id, number, text, notes, state, creator_id, sort_order, version, created_at, updated_at)
    values ('t', 'l', 1, 'milk', '', 'open', 'ann', 1, 1, 1, 1)`);
  const before = older.prepare('select * from todo').get();
  await migrateSqlite(newer, migrations, MADE_AT);
  const columns = older
    .prepare('select * from todo')
    .columns()
    .map(({ name }) => name);
  expect(columns.slice(0, places.length)).toEqual(places.map(({ name }) => name));
  expect(older.prepare('select * from todo').get()).toMatchObject({ ...before });
  older.exec("update todo set state = 'done', done_at = 2 where id = 't'");
});

it('watches over references again afterwards, whether it succeeded or not', async () => {
  const migrations = await readMigrations('sqlite');
  const database = await connect();
  const watches = () => database.prepare('pragma foreign_keys').get()?.['foreign_keys'];
  await migrateSqlite(database, migrations, MADE_AT);
  expect(watches()).toBe(1);
  const wrong = { number: 99, name: 'wrong.sql', sql: 'create table x (y text); this is no SQL' };
  await expect(migrateSqlite(database, [...migrations, wrong], MADE_AT)).rejects.toThrow(/syntax/);
  expect([watches(), database.isTransaction]).toEqual([1, false]);
  expect(database.prepare("select name from sqlite_schema where name = 'x'").all()).toEqual([]);
});
