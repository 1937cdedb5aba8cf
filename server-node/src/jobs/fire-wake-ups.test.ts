import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { AppError } from '../shared/app-error.ts';
import type { UserId } from '../shared/ids.ts';
import { silentLogger } from '../shared/logger.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../shared/time.ts';
import { ANN, BOB } from '../store/testing/people.ts';
import { openTestWakeUps, type TestWakeUps } from '../store/testing/open-test-wake-ups.ts';
import type { Prepared, WakeUpHandler } from '../wake-ups/handler.ts';
import type { TakenWakeUp, WakeUp, WakeUpKey } from '../wake-ups/wake-up.ts';
import { makeWakeUpJob, type WakeUpJob } from './fire-wake-ups.ts';
import { forAllKinds } from '../wake-ups/testing/for-all-kinds.ts';

describe('the job that hands wake-ups over', () => {
  let store: TestWakeUps;
  let jobs: WakeUpJob[];
  let late: number[];
  let prepare: (wakeUps: readonly TakenWakeUp[]) => Promise<void>;
  let later: Map<WakeUpKey, number>;
  let breaksOn: string | undefined;

  beforeEach(async () => {
    jest.useFakeTimers();
    jobs = [];
    late = [];
    later = new Map();
    breaksOn = undefined;
    prepare = async () => undefined;
    store = await openTestWakeUps(() => Date.now());
  });
  afterEach(async () => {
    for (const job of jobs) await job.stop();
    jest.useRealTimers();
    await store.remove();
  });

  /** One message for each person, as reminders do. */
  const handler: WakeUpHandler = {
    prepare: async (wakeUps): Promise<Prepared> => {
      await prepare(wakeUps);
      return {
        later,
        handOver: async (_writer, ones) => {
          if (ones.some(({ about }) => about === breaksOn)) throw new Error('a fault of the program');
          const people = [...new Set(ones.map(({ personId }) => personId))];
          return people.map((userId) => ({
            target: { kind: 'direct', userId },
            text: ones.flatMap((one) => (one.personId === userId ? one.about : [])).join(' '),
          }));
        },
      };
    },
  };
  function start(name = 'one'): WakeUpJob {
    const job = makeWakeUpJob({
      ...{ store: store.todos, wakeUps: store.wakeUps, now: Date.now, logger: silentLogger },
      handlers: forAllKinds(handler),
      holder: { name, isGone: (other) => other === 'killed here' },
      onHandedOver: (_kind, lateMs) => late.push(lateMs),
    });
    jobs.push(job);
    job.start();
    return job;
  }
  const wakeUp = (about: string, inMs: number, personId: UserId = ANN): WakeUp => ({
    ...{ key: about as WakeUpKey, kind: 'reminder', about, personId },
    at: Date.now() + inMs,
  });
  const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms);

  it('hands over when it is time and not before, also what is scheduled while it sleeps', async () => {
    await store.schedule(wakeUp('a', 2 * HOUR_MS));
    start();
    await pass(HOUR_MS);
    await store.schedule(wakeUp('b', MINUTE_MS));
    await pass(MINUTE_MS - 1);
    expect(await store.said()).toEqual([]);
    await pass(1);
    expect(await store.said()).toEqual(['b']);
    await pass(HOUR_MS);
    expect(await store.said()).toEqual(['b', 'a']);
    expect(late).toEqual([0, 0]);
  });

  it('says what is late of one person at once, oldest first', async () => {
    await store.schedule(wakeUp('2', -HOUR_MS), wakeUp('1', -2 * HOUR_MS), wakeUp('x', -HOUR_MS, BOB));
    start();
    await pass(0);
    expect((await store.said()).toSorted()).toEqual(['1 2', 'x']);
    expect(late).toEqual([2 * HOUR_MS, HOUR_MS, HOUR_MS]);
  });

  it('hands each over once, with two at work', async () => {
    await store.schedule(
      ...Array.from({ length: 50 }, (_each, n) => wakeUp(`${n}`, n * 10, `${n % 7}` as UserId)),
    );
    start('one');
    start('two');
    await pass(MINUTE_MS);
    const words = (await store.said()).flatMap((text) => text.split(' '));
    expect(words.length).toBe(50);
    expect(new Set(words).size).toBe(50);
  });

  it('waits while Mattermost is away, and then says what came due meanwhile in one message', async () => {
    prepare = async () => {
      throw new AppError('mattermost_unavailable', 'away');
    };
    await store.schedule(wakeUp('a', MINUTE_MS), wakeUp('b', 2 * MINUTE_MS));
    start();
    await pass(HOUR_MS);
    expect(await store.said()).toEqual([]);
    prepare = async () => undefined;
    await pass(MINUTE_MS);
    expect(await store.said()).toEqual(['a b']);
    expect(Math.min(...late)).toBeGreaterThan(57 * MINUTE_MS);
  });

  it('puts off what is better said later', async () => {
    await store.schedule(wakeUp('a', 0), wakeUp('b', 0, BOB));
    later = new Map([['a' as WakeUpKey, Date.now() + HOUR_MS]]);
    start();
    await pass(SECOND_MS);
    expect(await store.said()).toEqual(['b']);
    later = new Map();
    await pass(HOUR_MS);
    expect(await store.said()).toEqual(['b', 'a']);
  });

  it('does not let a fault with one person hold up the others, and tries that one again', async () => {
    breaksOn = 'bad';
    await store.schedule(wakeUp('bad', 0), wakeUp('good', 0, BOB));
    start();
    await pass(SECOND_MS);
    expect(await store.said()).toEqual(['good']);
    breaksOn = undefined;
    await pass(MINUTE_MS);
    expect(await store.said()).toEqual(['good', 'bad']);
  });

  it('takes over what a killed process had, together with its own', async () => {
    await store.schedule(wakeUp('a', 0), wakeUp('b', 0));
    await store.wakeUps.take(Date.now(), 1, 'killed here');
    start();
    await pass(10 * SECOND_MS);
    expect(await store.said()).toEqual(['a b']);
  });

  it('hands nothing over that was taken away or put to another time while it was being prepared', async () => {
    await store.schedule(wakeUp('gone', 0), wakeUp('moved', 0), wakeUp('stays', 0));
    prepare = async () => {
      prepare = async () => undefined;
      await store.todos.transaction(async (writer) => {
        await writer.wakeUps.unschedule(['gone' as WakeUpKey]);
        await writer.wakeUps.schedule([wakeUp('moved', HOUR_MS)]);
      });
    };
    start();
    await pass(MINUTE_MS);
    expect(await store.said()).toEqual(['stays']);
    await pass(HOUR_MS);
    expect(await store.said()).toEqual(['stays', 'moved']);
  });

  it.each([
    ['forth', DAY_MS, ['tomorrow']],
    ['back', -3 * DAY_MS, []],
  ])('goes by the clock when that is set %s by days', async (_where, byMs, said) => {
    await store.schedule(wakeUp('tomorrow', DAY_MS - HOUR_MS));
    start();
    await pass(MINUTE_MS);
    jest.setSystemTime(Date.now() + byMs);
    await pass(MINUTE_MS);
    expect(await store.said()).toEqual(said);
  });

  it('does not wait for days when the clock is set back while something is put off', async () => {
    await store.schedule(wakeUp('a', 0));
    later = new Map([['a' as WakeUpKey, Date.now() + DAY_MS + HOUR_MS]]);
    start();
    await pass(MINUTE_MS);
    later = new Map();
    jest.setSystemTime(Date.now() - 2 * HOUR_MS);
    await pass(MINUTE_MS);
    expect(await store.said()).toEqual([]);
    await pass(2 * HOUR_MS);
    expect(await store.said()).toEqual(['a']);
  });

  it('asks for little while there is nothing to do, however long that is', async () => {
    await store.schedule(wakeUp('far', 30 * DAY_MS));
    let asked = 0;
    const { take } = store.wakeUps;
    store.wakeUps.take = (...args) => ((asked += 1), take(...args));
    start();
    await pass(HOUR_MS);
    expect(asked).toBeLessThan(HOUR_MS / SECOND_MS);
  });
});
