import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { createSqlite, type Opened, type TestDatabase } from '../testing/fresh-stores.ts';
import { ANN, ANNS } from '../testing/people.ts';

/** Takes the write lock, says so, and keeps it until its input ends. */
const SCRIPT = `
  const { DatabaseSync } = await import('node:sqlite');
  const database = new DatabaseSync(process.argv[1]);
  database.exec('begin immediate');
  console.log('locked');
  process.stdin.resume().on('end', () => database.exec('commit'));
`;

let database: TestDatabase;
let store: Opened;
beforeEach(async () => {
  database = await createSqlite();
  store = await database.open();
});
afterEach(() => database.remove());

/** @returns how to end it */
async function anotherProcessWrites(): Promise<() => Promise<void>> {
  const args = [
    '--no-warnings',
    '--input-type=module',
    '--eval',
    SCRIPT,
    database.url.slice('sqlite:'.length),
  ];
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const closed = once(child, 'close');
  await once(child.stdout, 'data');
  return async () => {
    child.stdin.end();
    await closed;
  };
}

it('waits with whatever it writes while another process is writing', async () => {
  const { outbox, wakeUps, todos, secretOf, acts } = store;
  await outbox.add([{ target: { kind: 'direct', userId: ANN }, text: 'hello' }]);
  const end = await anotherProcessWrites();
  const written = Promise.all([
    outbox.take(Date.now(), 1_000, 10, 'us'),
    outbox.prune(0),
    wakeUps.take(Date.now(), 10, 'us'),
    wakeUps.renew('us'),
    todos.pruneClaims(0),
    secretOf('press'),
    acts.add(ANNS, [{ text: 'milk' }]),
  ]);
  written.catch(() => undefined);
  // Whatever is refused without waiting for the lock, is refused by then.
  await nextTurn();
  await end();
  const [taken, , , , , secret, added] = await written;
  expect(taken).toMatchObject([{ text: 'hello' }]);
  expect(secret).not.toBe('');
  expect(added.todos).toMatchObject([{ text: 'milk', number: 1 }]);
});
