import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EMPTIED_DATABASES } from './testing/emptied-stores.ts';
import type { Opened, TestDatabase } from './testing/fresh-stores.ts';
import { ANN, BOB } from './testing/people.ts';

describe.each(EMPTIED_DATABASES)('settings of people on %s', (_name, create) => {
  let database: TestDatabase;
  let one: Opened;
  let two: Opened;

  beforeAll(async () => {
    database = await create(process.env);
    [one, two] = [await database.open(), await database.open()];
  });
  afterAll(() => database.remove());

  const set = (store: Opened, name: string) =>
    store.todos.transaction(async ({ people }) => {
      const { document, version, personId } = await people.lock(ANN);
      await people.save({
        personId,
        document: { ...(document as object), [name]: '休み' },
        version: version + 1,
      });
    });

  it('are nothing before they are set, and then what was set, whoever asks', async () => {
    expect(await one.people.settingsOf([ANN, BOB])).toEqual(new Map());
    await set(one, 'quiet');
    expect(await two.people.settingsOf([ANN, BOB])).toEqual(
      new Map([[ANN, { personId: ANN, document: { quiet: '休み' }, version: 1 }]]),
    );
    expect(await two.people.settingsOf([])).toEqual(new Map());
  });

  it('lose nothing when two change them at once', async () => {
    await Promise.all(Array.from({ length: 10 }, (_each, n) => set(n % 2 ? one : two, `n${n}`)));
    const stored = (await one.people.settingsOf([ANN])).get(ANN);
    expect(stored?.version).toBe(11);
    expect(Object.keys(stored?.document as object)).toHaveLength(11);
  });
});
