import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { join } from 'node:path';
import type { ChangeView } from '../src/contract/todo-view.ts';
import { visitByForeignClients } from '../src/store/testing/foreign-client.ts';
import { openTodos } from './stage/lists.ts';
import { openStage, type Stage } from './stage/open-stage.ts';

const ROUNDS = 3;
const WRITES = 10;

let stage: Stage;
beforeEach(async () => void (stage = await openStage()), 60_000);
afterEach(() => stage.close(), 30_000);

it('loses nothing when others read, back up and close the SQLite file, and the backend is killed then', async () => {
  const acknowledged: string[] = [];
  const write = async (text: string) => {
    const { status } = await stage.call<ChangeView>(stage.alice, 'POST', '/lists/me/todos', { text });
    expect(status).toBe(201);
    acknowledged.push(text);
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    for (let n = 0; n < WRITES; n += 1) await write(`${round} closed ${n}`);
    const before = acknowledged.length;
    const [copies] = await Promise.all([
      visitByForeignClients(join(stage.folder, 'todo.sqlite')),
      write(`${round} during`),
    ]);
    for (const copied of copies) expect(copied).toBeGreaterThanOrEqual(before);
    for (let n = 0; n < WRITES; n += 1) await write(`${round} opened ${n}`);
    await stage.kill();
    await stage.start();
    expect((await openTodos(stage)).map(({ text }) => text).sort()).toEqual(acknowledged.toSorted());
  }
}, 120_000);
