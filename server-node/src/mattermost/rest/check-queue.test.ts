import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';

import { makeInTurn } from './check-queue.ts';

beforeEach(() => void jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'] }));
afterEach(() => void jest.useRealTimers());

/** Questions that are answered when the test says so. */
function openQueue(limits: Partial<Parameters<typeof makeInTurn>[0]> = {}) {
  const inTurn = makeInTurn({ atOnce: 2, mostWaiting: 3, patienceMs: 8_000, ...limits });
  const begun: { name: string; answer: () => void }[] = [];
  const outcomes: Record<string, string> = {};
  const ask = (name: string) => {
    const answered = Promise.withResolvers<undefined>();
    const run = () => (begun.push({ name, answer: () => answered.resolve(undefined) }), answered.promise);
    inTurn(run).then(
      () => (outcomes[name] = 'answered'),
      (error: { code: string }) => (outcomes[name] = error.code),
    );
  };
  return { ask, begun, outcomes, names: () => begun.map(({ name }) => name) };
}

const turn = () => new Promise(setImmediate);

describe('questions to Mattermost', () => {
  it('wait their turn, in the order in which they came, and are not refused', async () => {
    const { ask, begun, names, outcomes } = openQueue();
    for (const name of ['a', 'b', 'c', 'd', 'e']) ask(name);
    await turn();
    expect(names()).toEqual(['a', 'b']);
    begun[1]?.answer();
    await turn();
    expect(names()).toEqual(['a', 'b', 'c']);
    for (let at = 0; at < 5; at += 1) {
      begun[at]?.answer();
      await turn();
    }
    expect(outcomes).toEqual({ a: 'answered', b: 'answered', c: 'answered', d: 'answered', e: 'answered' });
  });

  it('are refused when too many wait, and when their turn does not come in time', async () => {
    const { ask, begun, names, outcomes } = openQueue();
    for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) ask(name);
    await turn();
    expect(outcomes).toEqual({ f: 'too_many_requests' });
    jest.advanceTimersByTime(8_000);
    await turn();
    const late = { c: 'too_many_requests', d: 'too_many_requests', e: 'too_many_requests' };
    expect(outcomes).toEqual({ f: 'too_many_requests', ...late });
    begun[0]?.answer();
    await turn();
    expect([names(), outcomes['a']]).toEqual([['a', 'b'], 'answered']);
  });

  it('that began are not given up', async () => {
    const { ask, begun, outcomes } = openQueue();
    ask('a');
    jest.advanceTimersByTime(60_000);
    begun[0]?.answer();
    await turn();
    expect(outcomes).toEqual({ a: 'answered' });
  });

  it('go on after one that failed', async () => {
    const inTurn = makeInTurn({ atOnce: 1, mostWaiting: 3, patienceMs: 8_000 });
    await expect(inTurn(() => Promise.reject(new Error('away')))).rejects.toThrow('away');
    await expect(inTurn(async () => 'here')).resolves.toBe('here');
  });
});
