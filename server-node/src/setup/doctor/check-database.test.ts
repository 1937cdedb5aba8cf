import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { silentLogger } from '../../shared/logger.ts';
import { openStore } from '../../store/open-store.ts';
import { spoilFile } from '../../store/testing/spoil-file.ts';
import { checkDatabase } from './check-database.ts';

let folder = '';
let path = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'todo-check-'));
  path = join(folder, 'todo.sqlite');
});
afterEach(() => rm(folder, { recursive: true }));

const check = () => checkDatabase({ config: { databaseUrl: `sqlite:${path}` } } as never, []);
const fault = (saw: RegExp) => [
  expect.objectContaining({ link: 'database', outcome: 'fault', saw: expect.stringMatching(saw) }),
];

it('finds a damaged SQLite file, and says what to do', async () => {
  const deps = { logger: silentLogger, now: Date.now, newId: () => 'x' };
  await (await openStore(`sqlite:${path}`, deps)).close();
  expect(await check()).toMatchObject([{ outcome: 'ok' }]);
  spoilFile(path);
  expect(await check()).toEqual(fault(/is damaged\. .* Restore a backup: npm run restore/));
});

it('says in words that a file is none of SQLite', async () => {
  await writeFile(path, 'words, and more than a page of them. '.repeat(500));
  expect(await check()).toEqual(fault(/it is no SQLite file, or its beginning is damaged/));
});
