import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DATABASES, type TestDatabase } from './testing/fresh-stores.ts';
import { ANNS } from './testing/people.ts';

const PROGRAM = fileURLToPath(new URL('./testing/write-until-killed.ts', import.meta.url));
const ACKNOWLEDGED = 1_000;
const KILLS = 8;

describe.each(DATABASES)('kill -9 during %s writes', (_name, create) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await create(process.env);
  });
  afterAll(() => database.remove());

  it(`loses none of ${ACKNOWLEDGED} acknowledged changes, and leaves none half done`, async () => {
    const acknowledged: number[] = [];
    for (let kill = 1; kill <= KILLS; kill += 1) {
      acknowledged.push(...(await writeAndKill(database, ACKNOWLEDGED / KILLS + kill)));
    }
    expect(acknowledged.length).toBeGreaterThanOrEqual(2 * ACKNOWLEDGED);
    expect(new Set(acknowledged).size).toBe(acknowledged.length);

    const store = await database.open();
    const kept = await store.todos.findByNumbers(ANNS.listId, acknowledged);
    expect(new Set(kept.map(({ number }) => number))).toEqual(new Set(acknowledged));
    const list = await store.acts.list(ANNS.listId);
    expect(await totals(database)).toEqual({
      todos: list.nextNumber - 1,
      highest: list.nextNumber - 1,
      opened: list.openCount,
      added: list.nextNumber - 1,
      changes: list.revision,
      uneven: 0,
      replies: (list.nextNumber - 1) / 2,
    });
    await store.acts.add(ANNS, [{ text: 'goes on' }]);
  }, 120_000);
});

async function writeAndKill({ url, schema }: TestDatabase, lines: number): Promise<number[]> {
  const child = spawn(process.execPath, [PROGRAM, url, schema], { stdio: ['ignore', 'pipe', 'inherit'] });
  const numbers: number[] = [];
  const ended = once(child, 'close');
  createInterface({ input: child.stdout }).on('line', (line) => {
    numbers.push(...line.split(' ').map(Number));
    if (numbers.length >= 2 * lines) child.kill('SIGKILL');
  });
  expect(await ended).toEqual([null, 'SIGKILL']);
  return numbers;
}

async function totals(database: TestDatabase): Promise<Record<string, number>> {
  const [row = {}] = await database.query(`select
    (select count(*) from todo) as todos,
    (select max(number) from todo) as highest,
    (select count(*) from todo where state = 'open') as opened,
    (select count(*) from todo_history where act = 'add') as added,
    (select count(distinct change_id) from todo_history) as changes,
    (select count(*) from (select 1 from todo_history group by change_id having count(*) <> 2) as odd) as uneven,
    (select count(*) from todo_reply) as replies`);
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, Number(value)]));
}
