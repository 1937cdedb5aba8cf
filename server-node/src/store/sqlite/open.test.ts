import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { silentLogger } from '../../shared/logger.ts';
import { openSqliteStore } from './store.ts';

const deps = { now: Date.now, newId: () => 'x', logger: silentLogger };
let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'todo-open-'));
});
afterEach(() => rm(folder, { recursive: true }));

it('makes the file and its folder, for nobody else to read', async () => {
  const path = join(folder, 'var', 'todo.db');
  const store = await openSqliteStore(path, deps);
  for (const name of [path, `${path}-wal`]) expect((await stat(name)).mode & 0o777).toBe(0o600);
  await store.close();
});

it('leaves the mode of a file that is there', async () => {
  const path = join(folder, 'todo.db');
  await writeFile(path, '', { mode: 0o640 });
  await (await openSqliteStore(path, deps)).close();
  expect((await stat(path)).mode & 0o777).toBe(0o640);
});

it.each([
  ['is no SQLite file', 'words, and more than a page of them. '.repeat(500), ''],
  ['is a folder of something else', 'x', '/todo.db'],
])('says what is wrong when the path %s', async (_what, content, below) => {
  const path = join(folder, 'other');
  await writeFile(path, content);
  await expect(openSqliteStore(path + below, deps)).rejects.toMatchObject({
    code: 'store_unavailable',
    message: expect.stringContaining(`${path}${below} cannot be opened`),
  });
});
