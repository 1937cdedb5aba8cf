import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openStore } from './open-store.ts';
import { missingMigrations, readMigrations } from './migrations.ts';
import { DATABASES, type TestDatabase } from './testing/fresh-stores.ts';
import { ANNS } from './testing/people.ts';
import { silentLogger } from '../shared/logger.ts';

describe.each(DATABASES)('migrations of %s', (_name, create) => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await create(process.env);
  });
  afterEach(() => database.remove());

  it('run once, however often and by however many the store is opened', async () => {
    const stores = await Promise.all([1, 2, 3, 4].map(() => database.open()));
    await stores[0]?.acts.add(ANNS, [{ text: 'kept' }]);
    const again = await database.open();
    expect((await again.acts.page(ANNS.listId, { state: 'open', limit: 9 })).todos).toMatchObject([
      { text: 'kept' },
    ]);
    const all = (await readMigrations('sqlite')).map(({ number, name }) => ({ number, name }));
    expect(await database.query('select number, name from todo_migration')).toEqual(all);
  });

  it('refuse a database that a newer program wrote, and leave it as it is', async () => {
    await database.open();
    const known = (await readMigrations('sqlite')).at(-1)?.number;
    await database.query("insert into todo_migration values (77, '0077-later.sql', 0)");
    await expect(database.open()).rejects.toMatchObject({
      code: 'store_too_new',
      message: expect.stringContaining(`it is at migration 77, this program knows up to ${known}`),
    });
    expect(await database.query('select count(*) as count from todo_migration')).toEqual([
      { count: expect.anything() },
    ]);
  });
});

describe('migrations', () => {
  it('have the same numbers in both databases, from 1 without a gap', async () => {
    const [sqlite, postgres] = await Promise.all([readMigrations('sqlite'), readMigrations('postgres')]);
    expect(sqlite.map(({ name }) => name)).toEqual(postgres.map(({ name }) => name));
    expect(sqlite.map(({ number }) => number)).toEqual(sqlite.map((_each, index) => index + 1));
  });

  it('that are missing are those not applied yet', () => {
    const known = [1, 2, 3].map((number) => ({ number, name: '', sql: '' }));
    expect(missingMigrations(known, []).map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(missingMigrations(known, [1, 2]).map(({ number }) => number)).toEqual([3]);
    expect(missingMigrations(known, [1, 2, 3])).toEqual([]);
  });
});

describe('opening a store', () => {
  const deps = { now: Date.now, newId: () => 'x', logger: silentLogger };

  it.each(['', 'todo.db', 'mysql://x', 'sqlite:'])('refuses the address %j', async (url) => {
    await expect(openStore(url, deps)).rejects.toMatchObject({ code: 'invalid_config' });
  });

  it.each(['x"; drop schema public', '', 'UPPER', 'a'.repeat(52)])(
    'refuses the schema %j',
    async (schema) => {
      await expect(openStore('postgres://nowhere', { ...deps, schema })).rejects.toMatchObject({
        code: 'invalid_config',
      });
    },
  );

  it('says so when the database is away', async () => {
    await expect(openStore('postgres://x@%2Fnowhere/x', deps)).rejects.toMatchObject({
      code: 'store_unavailable',
    });
  });
});
