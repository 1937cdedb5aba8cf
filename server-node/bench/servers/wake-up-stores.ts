import { chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DATABASES, sqliteIn, type TestDatabase } from '../../src/store/testing/fresh-stores.ts';
import { stopSharedServer } from '../../test-postgres/shared-server.ts';

/** Runs something on an empty database of each kind, one after the other; a PostgreSQL is brought along. */
export async function onEachStore<T>(
  measure: (database: TestDatabase, name: string) => Promise<T>,
): Promise<T[]> {
  const folder = await mkdtemp(join(tmpdir(), 'todo-bench-pg-'));
  // The server may run as another user, who must be able to walk through.
  await chmod(folder, 0o755);
  const environment = {
    ...process.env,
    TEST_POSTGRES_FOLDER: folder,
    TEST_POSTGRES_OWNER: String(process.pid),
  };
  const measured: T[] = [];
  try {
    for (const [name, create] of DATABASES) {
      // On the disk, which is part of what is measured; tests have theirs in memory.
      const database =
        name === 'SQLite'
          ? await sqliteIn(await mkdtemp(join(tmpdir(), 'todo-bench-')))
          : await create(environment);
      try {
        measured.push(await measure(database, name));
      } finally {
        await database.remove();
      }
    }
  } finally {
    await stopSharedServer(folder);
  }
  return measured;
}

/** Rows past the backend: numbers from 1 as `n` in both databases. */
export const upTo = (count: number, name: string): string =>
  name === 'SQLite'
    ? `(with recursive numbers(n) as (select 1 union all select n + 1 from numbers where n < ${count}) select n from numbers) as counted`
    : `(select generate_series(1, ${count}) as n) as counted`;

/** Reminders that wait: one a second from `from` on. */
export const fillWaiting = (database: TestDatabase, name: string, count: number, from: number) =>
  database.query(
    `insert into wake_up (key, at, kind, person_id, about, due_at, attempts)
     select 'reminder:w' || n || ':default', ${from} + n * 1000, 'reminder', 'w' || n, 'w' || n, ${from} + n * 1000, 0
     from ${upTo(count, name)}`,
  );

/** To-dos of as many people, all due at one minute, with the reminder of each. */
export async function fillDue(
  database: TestDatabase,
  name: string,
  count: number,
  at: number,
): Promise<void> {
  const numbers = upTo(count, name);
  const due = new Date(at).toISOString().slice(0, 16);
  await database.query(`insert into todo_list select 'person:p' || n, 1, 2, 1, 0 from ${numbers}`);
  await database.query(
    `insert into todo (id, list_id, number, text, notes, state, creator_id, assignee_id, sort_order, version,
       created_at, updated_at, due, due_at, due_zone, reminders)
     select 't' || n, 'person:p' || n, 1, 'Ask the printers for an offer', '', 'open', 'p' || n, 'p' || n, 1, 1,
       0, 0, '${due}', ${at}, 'UTC', '[{"id":"default","byId":"p' || n || '","minutesBefore":0}]' from ${numbers}`,
  );
  await database.query(
    `insert into wake_up (key, at, kind, person_id, about, due_at, attempts)
     select 'reminder:t' || n || ':default', ${at}, 'reminder', 'p' || n, 't' || n, ${at}, 0 from ${numbers}`,
  );
}
