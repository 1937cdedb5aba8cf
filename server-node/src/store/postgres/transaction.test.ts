import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { postgresUrl } from '../../../test-postgres/shared-server.ts';
import type { ListId } from '../../todos/list.ts';
import { newSchema, postgresAt, type Opened, type TestDatabase } from '../testing/fresh-stores.ts';

let database: TestDatabase;
let store: Opened;
beforeAll(async () => {
  database = postgresAt(await postgresUrl(process.env), newSchema());
  store = await database.open();
});
afterAll(() => database.remove());

it('does the work again when PostgreSQL ends a deadlock', async () => {
  const bothHoldOne = Promise.withResolvers<boolean>();
  let holding = 0;
  let runs = 0;
  const lockBoth = (first: ListId, second: ListId): Promise<string> =>
    store.todos.transaction(async (writer) => {
      runs += 1;
      await writer.lock(first);
      holding += 1;
      if (holding === 2) bothHoldOne.resolve(true);
      await bothHoldOne.promise;
      await writer.lock(second);
      return 'done';
    });
  const [left, right] = ['left', 'right'] as ListId[];
  if (left === undefined || right === undefined) throw new Error('unreachable');
  expect(await Promise.all([lockBoth(left, right), lockBoth(right, left)])).toEqual(['done', 'done']);
  expect(runs).toBe(3);
});

it.each(['40001', '40P01'])(
  'gives up on %s after some tries, and says that the store is not there',
  async (code) => {
    let runs = 0;
    const failing = store.todos.transaction(async () => {
      runs += 1;
      throw Object.assign(new Error('again, please'), { code });
    });
    await expect(failing).rejects.toMatchObject({ code: 'store_unavailable' });
    expect(runs).toBe(5);
  },
);

it('does not repeat what failed for another reason', async () => {
  let runs = 0;
  const failing = store.todos.transaction(async () => {
    runs += 1;
    throw new Error('a mistake of ours');
  });
  await expect(failing).rejects.toThrow('a mistake of ours');
  expect(runs).toBe(1);
});
