import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { visitByForeignClients } from '../../src/store/testing/foreign-client.ts';
import { add, openTodos } from './stage/ask.ts';
import { fromSources } from './stage/managed-program.ts';
import { openManagedStage, type ManagedStage } from './stage/open-managed-stage.ts';

const ROUNDS = 3;
const WRITES = 10;

let stage: ManagedStage;
let path: string;
beforeEach(async () => {
  stage = await openManagedStage({ command: fromSources });
  path = join(stage.folder, 'todo.sqlite');
  stage.played.settings['database'] = `sqlite:${path}`;
  await stage.start();
}, 120_000);
afterEach(() => stage.close(), 30_000);

it('loses nothing of a SQLite file that others read, back up and close, and that a change of settings opens again', async () => {
  const acknowledged: string[] = [];
  const write = async (what: string) => {
    for (let n = 0; n < WRITES; n += 1) {
      const text = `${what} ${n}`;
      expect((await add(stage, 'alice', text)).status).toBe(201);
      acknowledged.push(text);
    }
  };
  const visit = async () => {
    const before = acknowledged.length;
    for (const copied of await visitByForeignClients(path)) expect(copied).toBeGreaterThanOrEqual(before);
  };
  for (let round = 1; round <= ROUNDS; round += 1) {
    await write(`${round} closed`);
    await Promise.all([visit(), write(`${round} during`)]);
    stage.played.settings['requestsperminute'] = 1_000_000 + round;
    await stage.plugin().mattermost.hook('OnConfigurationChange');
    await write(`${round} with other settings`);
    await visit();
    await write(`${round} opened`);
    await stage.kill();
    await stage.start();
    expect((await openTodos(stage, 'alice')).map(({ text }) => text).sort()).toEqual(acknowledged.toSorted());
  }
}, 120_000);
