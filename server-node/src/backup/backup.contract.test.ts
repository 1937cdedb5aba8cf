import { copyFile, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { contentOf } from '../store/testing/content.ts';
import { makeOwnDatabase } from '../managed/testing/own-database.ts';
import { DATABASES, postgresAt, type Opened, type TestDatabase } from '../store/testing/fresh-stores.ts';
import { ANNS } from '../store/testing/people.ts';
import { spoilFile } from '../store/testing/spoil-file.ts';
import { backUp } from './back-up.ts';
import { restore } from './restore.ts';

let folder = '';
let file = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'todo-backup-'));
  file = join(folder, 'backup.sqlite');
});
afterEach(() => rm(folder, { recursive: true }));

const addressOf = ({ url, schema }: TestDatabase) => ({ url, schema });

/** Whether a backend is connected is asked of a whole database, and other tests are in the one they share. */
async function createPostgres(environment: NodeJS.ProcessEnv): Promise<TestDatabase> {
  const own = await makeOwnDatabase(environment);
  const database = postgresAt(own.dataSource, 'todo_node');
  return { ...database, remove: () => database.remove().then(own.remove) };
}
const createSqlite = new Map(DATABASES).get('SQLite') ?? createPostgres;

describe.each([
  ['SQLite', createSqlite],
  ['PostgreSQL', createPostgres],
])('a backup of %s', (_name, create) => {
  let database: TestDatabase;
  beforeEach(async () => void (database = await create(process.env)));
  afterEach(() => database.remove());

  it('is taken while the store is open and written to, and brings everything back', async () => {
    const store = await database.open();
    await store.acts.add(ANNS, [{ text: 'one' }, { text: 'two' }]);
    await store.acts.complete(ANNS, { numbers: [2] });
    const before = await contentOf(database);
    const backingUp = backUp(addressOf(database), file);
    expect(await backingUp).toBe(2);
    expect((await stat(file)).mode & 0o077).toBe(0);
    await store.acts.add(ANNS, [{ text: 'after the backup' }]);
    await expect(restore(file, addressOf(database), 'x')).rejects.toMatchObject({
      code: 'invalid_config',
      message: expect.stringMatching(/Nothing was changed/),
    });
    expect((await store.acts.list(ANNS.listId)).openCount).toBe(2);
    await store.close();
    const { todos, kept } = await restore(file, addressOf(database), 'y');
    expect([todos, kept]).toEqual([2, expect.stringMatching(/_?before_y$/)]);
    const after = await contentOf(database);
    expect(JSON.stringify(Object.values(after).map((rows) => rows.length))).toBe(
      JSON.stringify(Object.values(before).map((rows) => rows.length)),
    );
    const again = await database.open();
    expect((await again.acts.add(ANNS, [{ text: 'three' }])).todos[0]?.number).toBe(3);
  }, 60_000);

  it('is refused where there is no store, or the file is there already', async () => {
    const place =
      /no to-do store at (sqlite:\/\S+|postgres(ql)?:\/\/[^@\s]+, schema \S+)\. Name yours with --store/;
    await expect(backUp(addressOf(database), file)).rejects.toThrow(place);
    await database.open();
    await backUp(addressOf(database), file);
    await expect(backUp(addressOf(database), file)).rejects.toThrow(/already/);
  });
});

describe('a SQLite store', () => {
  let database: TestDatabase;
  let path: string;
  let store: Opened;
  beforeEach(async () => {
    database = await createSqlite(process.env);
    path = database.url.slice('sqlite:'.length);
    store = await database.open();
    await store.acts.add(ANNS, [{ text: 'one' }]);
    await backUp(addressOf(database), file);
    for (let n = 0; n < 20; n += 1) await store.acts.add(ANNS, [{ text: `${n}`, notes: 'n'.repeat(5_000) }]);
  });
  afterEach(() => database.remove());

  const restored = async () => (await database.query('select text from todo')).map((row) => row['text']);

  it('that is damaged is replaced all the same, and its log does not stay', async () => {
    await copyFile(`${path}-wal`, join(folder, 'log'));
    await store.close();
    spoilFile(path);
    await copyFile(join(folder, 'log'), `${path}-wal`);
    const { kept } = await restore(file, addressOf(database), 'z');
    expect(kept).toBe(`${path}.before_z`);
    expect(await readdir(join(path, '..'))).not.toContain('todo.db-wal');
    expect(await restored()).toEqual(['one']);
  });

  it('whose file is gone and whose log is left is replaced, and the log is kept', async () => {
    await copyFile(`${path}-wal`, join(folder, 'log'));
    await store.close();
    await rm(path);
    await copyFile(join(folder, 'log'), `${path}-wal`);
    const { kept } = await restore(file, addressOf(database), 'z');
    expect(await readdir(join(path, '..'))).toEqual(['todo.db', 'todo.db.before_z-wal']);
    expect(kept).toBe(`${path}.before_z`);
    expect(await restored()).toEqual(['one']);
  });

  it('is left as it was by a backup that is damaged', async () => {
    await store.close();
    const big = join(folder, 'big.sqlite');
    await backUp(addressOf(database), big);
    spoilFile(big);
    await expect(restore(big, addressOf(database), 'z')).rejects.toMatchObject({ code: 'store_damaged' });
    expect(await restored()).toHaveLength(21);
  });
});
