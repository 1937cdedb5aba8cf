import { chmod, mkdir, mkdtemp, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { silentLogger } from '../../shared/logger.ts';
import { openSqliteStore } from './store.ts';

const deps = { now: Date.now, newId: () => 'x', logger: silentLogger };
let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'todo-open-'));
});
afterEach(() => rm(folder, { recursive: true }));

it('makes the file, for nobody else to read, and says that it is new', async () => {
  const path = join(folder, 'todo.db');
  const said: unknown[] = [];
  const logger = { ...silentLogger, warn: (...words: unknown[]) => void said.push(words) };
  const store = await openSqliteStore(path, { ...deps, logger });
  expect(said).toEqual([[{ path }, expect.stringMatching(/no file .* new and empty one was made/)]]);
  for (const name of [path, `${path}-wal`]) expect((await stat(name)).mode & 0o777).toBe(0o600);
  await store.close();
});

it('leaves the mode of a file that is there', async () => {
  const path = join(folder, 'todo.db');
  await writeFile(path, '', { mode: 0o640 });
  await (await openSqliteStore(path, deps)).close();
  expect((await stat(path)).mode & 0o777).toBe(0o640);
});

describe('a path that no waiting mends is refused for good', () => {
  it.each<[string, (folder: string) => Promise<string>]>([
    ['is no SQLite file', (at) => fileAt(at, 'words, and more than a page of them. '.repeat(500))],
    ['is below a file', async (at) => `${await fileAt(at, 'x')}/todo.db`],
    ['is a folder', async (at) => at],
    ['is below a folder that is not there', async (at) => join(at, 'typo', 'todo.db')],
    ['is a link to nowhere', (at) => linkAt(at)],
    ['has a log whose file is gone', (at) => logAt(at)],
    ['is longer than any', async (at) => `${at}/${'x'.repeat(5_000)}`],
    ['has a character that no path has', async (at) => `${at}/a\0b`],
    ['is the database of another program', (at) => foreignAt(at)],
  ])('when it %s', async (_what, make) => {
    const path = await make(folder);
    const before = await contentOf(path);
    const names = await readdir(folder);
    const failure = await openSqliteStore(path, deps).catch((error: unknown) => error);
    expect(failure).toMatchObject({
      code: 'invalid_config',
      message: expect.stringContaining(folderOf(path)),
    });
    expect((failure as Error).message.length).toBeLessThan(600);
    expect(await contentOf(path)).toEqual(before);
    expect(await readdir(folder)).toEqual(names);
  });

  it('when nobody but others may write there', async () => {
    const path = join(folder, 'closed', 'todo.db');
    await mkdir(join(folder, 'closed'), { mode: 0o500 });
    await asOrdinaryUser(() =>
      expect(openSqliteStore(path, deps)).rejects.toMatchObject({
        code: 'invalid_config',
        message: expect.stringMatching(/cannot be opened: the system says EACCES/),
      }),
    );
  });
});

it.each([
  ['EMFILE', 'store_unavailable'],
  ['EIO', 'store_unavailable'],
  ['ENOSPC', 'store_full'],
  ['EROFS', 'invalid_config'],
])('takes %s of the system for %s', async (code, meaning) => {
  const refuse = () => Promise.reject(Object.assign(new Error(code), { code, syscall: 'open' }));
  await expect(openSqliteStore(join(folder, 'x'), deps, refuse)).rejects.toMatchObject({ code: meaning });
});

const folderOf = (path: string) => path.slice(0, 12);

async function fileAt(at: string, content: string): Promise<string> {
  const path = join(at, 'other');
  await writeFile(path, content);
  return path;
}

async function linkAt(at: string): Promise<string> {
  const path = join(at, 'link');
  await symlink(join(at, 'gone'), path);
  return path;
}

async function logAt(at: string): Promise<string> {
  const path = join(at, 'lost.db');
  await writeFile(`${path}-wal`, 'the newest to-dos');
  return path;
}

async function foreignAt(at: string): Promise<string> {
  const path = join(at, 'foreign');
  const database = new DatabaseSync(path);
  database.exec('create table todo (theirs text); insert into todo values (1)');
  database.close();
  return path;
}

/** What a foreign database holds; undefined for what is none. */
async function contentOf(path: string): Promise<unknown> {
  if (!path.endsWith('foreign')) return undefined;
  const database = new DatabaseSync(path);
  try {
    const tables = database.prepare('select name from sqlite_schema').all();
    return [tables, database.prepare('select * from todo').all()];
  } finally {
    database.close();
  }
}

/** Root may write everywhere. */
async function asOrdinaryUser(work: () => Promise<unknown>): Promise<void> {
  const uid = process.geteuid?.();
  if (uid === 0) {
    await chmod(folder, 0o755);
    process.seteuid?.(65_534);
  }
  try {
    await work();
  } finally {
    if (uid === 0) process.seteuid?.(uid);
  }
}
