import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { DATABASES, type TestDatabase } from '../testing/fresh-stores.ts';
import { visitByForeignClients } from '../testing/foreign-client.ts';
import { ANNS } from '../testing/people.ts';
import { until } from '../testing/until.ts';

const PROGRAM = fileURLToPath(new URL('../testing/write-until-killed.ts', import.meta.url));
const VISITS = 3;
const WRITES_BETWEEN = 20;

let database: TestDatabase;
beforeEach(async () => {
  const createSqlite = new Map(DATABASES).get('SQLite');
  database = (await createSqlite?.(process.env)) as TestDatabase;
});
afterEach(() => database.remove());

it('keeps what it acknowledged while other programs read, back up and close its file, though it is killed then', async () => {
  const path = database.url.slice('sqlite:'.length);
  const child = spawn(process.execPath, [PROGRAM, database.url], { stdio: ['ignore', 'pipe', 'inherit'] });
  const acknowledged: number[] = [];
  createInterface({ input: child.stdout }).on('line', (line) =>
    acknowledged.push(...line.split(' ').map(Number)),
  );
  const ended = once(child, 'close');
  for (let visit = 1; visit <= VISITS; visit += 1) {
    const enough = acknowledged.length + WRITES_BETWEEN;
    await until(() => acknowledged.length >= enough);
    const before = acknowledged.length;
    for (const copied of await visitByForeignClients(path)) expect(copied).toBeGreaterThanOrEqual(before);
  }
  const last = acknowledged.length + WRITES_BETWEEN;
  await until(() => acknowledged.length >= last);
  child.kill('SIGKILL');
  await ended;

  const store = await database.open();
  const kept = await store.todos.findByNumbers(ANNS.listId, acknowledged);
  expect(new Set(kept.map(({ number }) => number))).toEqual(new Set(acknowledged));
  expect((await store.acts.add(ANNS, [{ text: 'next' }])).todos[0]?.number).toBeGreaterThan(
    Math.max(...acknowledged),
  );
}, 120_000);

it('does so in a process that has the file open twice, closes one and opens it again', async () => {
  const [first, second] = [await database.open(), await database.open()];
  const path = database.url.slice('sqlite:'.length);
  await second.acts.add(ANNS, [{ text: 'one' }]);
  await first.close();
  expect(new Set(await visitByForeignClients(path))).toEqual(new Set([1]));
  const third = await database.open();
  await third.acts.add(ANNS, [{ text: 'two' }]);
  await second.acts.add(ANNS, [{ text: 'three' }]);
  expect(new Set(await visitByForeignClients(path))).toEqual(new Set([3]));
  expect((await database.query('select count(*) as count from todo'))[0]).toEqual({ count: 3 });
}, 60_000);
