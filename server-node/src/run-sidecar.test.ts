import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { runSidecar } from './run-sidecar.ts';
import { silentLogger } from './shared/logger.ts';
import { openStore } from './store/open-store.ts';
import { newDatabaseFolder } from './store/testing/database-folder.ts';
import { spoilFile } from './store/testing/spoil-file.ts';

const NEEDS_A_HAND = 2;
const TOKEN = 'abcdefghijklmnopqrstuvwxyz';

let folder = '';
let path = '';
beforeEach(async () => {
  folder = await newDatabaseFolder('todo-run-');
  path = join(folder, 'todo.sqlite');
});
afterEach(() => rm(folder, { recursive: true }));

/** Runs until the process would exit. @returns the exit code and all that was said */
async function run(env: Record<string, string> = {}): Promise<{ code: number; said: string }> {
  let said = '';
  const exited = Promise.withResolvers<number>();
  await runSidecar({
    env: {
      MATTERMOST_URL: 'http://127.0.0.1:1',
      MATTERMOST_BOT_TOKEN_TODO: TOKEN,
      DATABASE_URL: `sqlite:${path}`,
      PORT: '0',
      ...env,
    },
    readFile: () => '',
    writeLog: (line) => void (said += line),
    writeError: (text) => void (said += text),
    onSignal: () => undefined,
    onCrash: () => undefined,
    exit: (code) => exited.resolve(code),
  });
  return { code: await exited.promise, said };
}

async function makeStore(): Promise<void> {
  await (
    await openStore(`sqlite:${path}`, { logger: silentLogger, now: Date.now, newId: () => 'x' })
  ).close();
}

describe('a start that no other try mends ends with the code at which systemd leaves it', () => {
  it('when a setting is wrong', async () => {
    expect(await run({ PORT: 'x' })).toEqual({
      code: NEEDS_A_HAND,
      said: expect.stringMatching(/PORT: Expected a port/),
    });
  });

  it('when a newer version wrote the database', async () => {
    await makeStore();
    const database = new DatabaseSync(path);
    database.exec("insert into todo_migration values (9999, '9999-later.sql', 0)");
    database.close();
    expect(await run()).toEqual({ code: NEEDS_A_HAND, said: expect.stringMatching(/migration 9999/) });
  });

  it('when the database is damaged', async () => {
    await makeStore();
    spoilFile(path);
    expect(await run()).toEqual({ code: NEEDS_A_HAND, said: expect.stringMatching(/is damaged/) });
  });

  it('and the unit says so', () => {
    const unit = readFileSync(new URL('../deploy/todo-node.service', import.meta.url), 'utf8');
    expect(unit).toContain(`\nRestartPreventExitStatus=${NEEDS_A_HAND}\n`);
  });
});
