import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { WakeUp, WakeUpKey } from '../wake-ups/wake-up.ts';
import { EMPTIED_DATABASES } from './testing/emptied-stores.ts';
import type { Opened, TestDatabase } from './testing/fresh-stores.ts';
import { ANN, BOB } from './testing/people.ts';

const NOON = 1_800_000_000_000;
const MINUTE = 60_000;

describe.each(EMPTIED_DATABASES)('wake-ups on %s', (name, create) => {
  let database: TestDatabase;
  let one: Opened;
  let two: Opened;

  beforeAll(async () => {
    database = await create(process.env);
    one = await database.open(() => NOON);
    two = await database.open(() => NOON);
  });
  afterAll(() => database.remove());
  beforeEach(async () => void (await database.query('delete from wake_up returning key')));

  const key = (text: string) => text as WakeUpKey;
  const at = (text: string, moment: number, more: Partial<WakeUp> = {}): WakeUp => ({
    ...{ key: key(text), at: moment, kind: 'reminder', personId: ANN, about: 'x' },
    ...more,
  });
  const schedule = (...wakeUps: WakeUp[]) =>
    one.todos.transaction((writer) => writer.wakeUps.schedule(wakeUps));
  const finish = (store: Opened, holder: string, ...keys: string[]) =>
    store.todos.transaction((writer) => writer.wakeUps.finish(keys.map(key), holder));
  const taken = async (store: Opened, now: number, holder = 'me', limit = 100) =>
    (await store.wakeUps.take(now, limit, holder)).map((wakeUp) => wakeUp.key);
  const rows = () => database.query('select key, at, due_at, taken_by from wake_up order by key');

  it('are handed out when they are due, the boundary counts, oldest first, the limit holds', async () => {
    await schedule(at('late', NOON + 30), at('early', NOON + 10), at('edge', NOON + 20));
    expect(await taken(one, NOON + 9)).toEqual([]);
    expect(await one.wakeUps.take(NOON + 20, 1, 'me')).toEqual([
      { ...at('early', NOON + 10), attempts: 0, dueAt: NOON + 10 },
    ]);
    expect(await taken(two, NOON + 20, 'other')).toEqual(['edge']);
    expect(await one.wakeUps.nextAt()).toBe(NOON + 30);
    expect(await taken(one, NOON + 30)).toEqual(['late']);
    expect(await one.wakeUps.nextAt()).toBeNull();
  });

  it('take the place of the one with the same key, which whoever has it can finish no more', async () => {
    await schedule(at('a', NOON));
    await taken(one, NOON);
    await schedule(at('a', NOON + MINUTE, { personId: BOB, about: 'y' }));
    expect(await finish(one, 'me', 'a')).toEqual([]);
    expect(await two.wakeUps.take(NOON + MINUTE, 9, 'other')).toEqual([
      { ...at('a', NOON + MINUTE, { personId: BOB, about: 'y' }), attempts: 0, dueAt: NOON + MINUTE },
    ]);
  });

  it('are finished once, and not when they were taken away meanwhile or belong to another one', async () => {
    await schedule(at('a', NOON), at('b', NOON), at('c', NOON), at('d', NOON + 1));
    await taken(one, NOON);
    await two.todos.transaction((writer) => writer.wakeUps.unschedule([key('b'), key('unknown')]));
    expect((await finish(one, 'me', 'b', 'a', 'c', 'd')).toSorted()).toEqual(['a', 'c']);
    expect(await finish(two, 'me', 'a', 'c')).toEqual([]);
    expect(await rows()).toMatchObject([{ key: 'd' }]);
  });

  it('stay when the transaction that finishes them fails', async () => {
    await schedule(at('a', NOON));
    await taken(one, NOON);
    const failing = one.todos.transaction(async (writer) => {
      await writer.wakeUps.finish([key('a')], 'me');
      throw new Error('killed');
    });
    await expect(failing).rejects.toThrow('killed');
    expect(await finish(one, 'me', 'a')).toEqual(['a']);
  });

  it('that are put off come back then, and count that they were taken before', async () => {
    await schedule(at('a', NOON), at('b', NOON));
    await taken(one, NOON);
    await one.wakeUps.putOff([key('a')], NOON + MINUTE, 'somebody else');
    expect(await taken(two, NOON + MINUTE, 'two')).toEqual([]);
    await one.wakeUps.putOff([key('a')], NOON + MINUTE, 'me');
    expect(await one.wakeUps.nextAt()).toBe(NOON + MINUTE);
    expect(await taken(two, NOON + MINUTE - 1, 'two')).toEqual([]);
    expect(await two.wakeUps.take(NOON + MINUTE, 9, 'two')).toEqual([
      { ...at('a', NOON), attempts: 1, dueAt: NOON + MINUTE },
    ]);
  });

  it('that are given back are as they were', async () => {
    await schedule(at('a', NOON), at('b', NOON + 1));
    await taken(one, NOON);
    await taken(two, NOON + 1, 'two');
    await one.wakeUps.giveBack('me');
    expect(await two.wakeUps.take(NOON + 1, 9, 'two')).toMatchObject([
      { key: 'a', attempts: 1, dueAt: NOON },
    ]);
  });

  it('that were put off by a clock since set back are recalled to their own moment', async () => {
    await schedule(at('a', NOON), at('b', NOON + 90 * MINUTE));
    await taken(one, NOON);
    await one.wakeUps.putOff([key('a')], NOON + 60 * MINUTE, 'me');
    await one.wakeUps.recall(NOON + 60 * MINUTE);
    expect(await one.wakeUps.nextAt()).toBe(NOON + 60 * MINUTE);
    await one.wakeUps.recall(NOON + 59 * MINUTE);
    expect((await rows()).map((row) => Number(row['due_at']))).toEqual([NOON, NOON + 90 * MINUTE]);
  });

  it('of a dead holder are free again, those of a living one are not', async () => {
    await schedule(at('a', NOON), at('b', NOON), at('c', NOON));
    await one.wakeUps.take(NOON, 2, 'dead');
    await taken(two, NOON, 'alive');
    const held = await two.wakeUps.held();
    expect(held.map(({ holder }) => holder).sort()).toEqual(['alive', 'dead']);
    await one.wakeUps.renew('alive');
    for (const lease of held) await two.wakeUps.free(lease);
    expect((await two.wakeUps.held()).map(({ holder }) => holder)).toEqual(['alive']);
    expect(await taken(two, NOON, 'two')).toEqual(['a', 'b']);
  });

  it('are given to one of two who ask at once', async () => {
    const all = Array.from({ length: 60 }, (_each, index) => at(`k${index}`, NOON));
    await schedule(...all);
    const got = await Promise.all([1, 2, 3, 4].map((n) => taken(n % 2 ? one : two, NOON, `h${n}`, 20)));
    expect(got.flat().length).toBe(new Set(got.flat()).size);
    const rest = await taken(one, NOON, 'rest');
    expect(got.flat().length + rest.length).toBe(60);
  });

  it('of a kind that only a newer version knows are left to it', async () => {
    await schedule(at('a', NOON, { kind: 'of tomorrow' as never }), at('b', NOON + 1));
    expect(await one.wakeUps.nextAt()).toBe(NOON + 1);
    expect(await taken(one, NOON + 1)).toEqual(['b']);
    expect(await one.wakeUps.waiting()).toBe(2);
  });

  it('are found by their index, however many wait', async () => {
    await schedule(...Array.from({ length: 500 }, (_each, index) => at(`k${index}`, NOON + index)));
    const explain = name === 'SQLite' ? 'explain query plan' : 'explain';
    const due = `select key from wake_up where taken_by is null and due_at <= ${NOON} order by taken_by, due_at limit 5`;
    if (name === 'PostgreSQL') await database.query('analyze wake_up');
    for (const query of [due, `select max(due_at) from wake_up where taken_by > ''`]) {
      expect(JSON.stringify(await database.query(`${explain} ${query}`))).toMatch(/wake_up_due/);
    }
    expect(JSON.stringify(await database.query(`${explain} ${due}`))).not.toMatch(/sort|b-tree/i);
  });
});
