import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'todo-no-store-'));
});
afterEach(() => rm(folder, { recursive: true }));

const MAIN = new URL('../main-backup.ts', import.meta.url).pathname;
const backUp = (...args: string[]) => {
  const { status, stderr } = spawnSync(process.execPath, [MAIN, 'backup', ...args], {
    cwd: folder,
    env: {},
    encoding: 'utf8',
  });
  return { status, stderr };
};

it('a backup of no store names that of make run where there is one, and what to give for it', async () => {
  expect(backUp()).toEqual({
    status: 2,
    stderr: 'There is no to-do store at sqlite:var/todo.sqlite. Name yours with --store or DATABASE_URL.\n',
  });
  await mkdir(join(folder, 'var/preview'), { recursive: true });
  const database = new DatabaseSync(join(folder, 'var/preview/todo.sqlite'));
  database.exec('create table any (one)');
  database.close();
  expect(backUp().stderr).toContain('`make backup ARGS="--store sqlite:var/preview/todo.sqlite"`');
});
