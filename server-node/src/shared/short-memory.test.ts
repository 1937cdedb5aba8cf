import { describe, expect, it } from '@jest/globals';

import { makeShortMemory } from './short-memory.ts';

describe('a short memory', () => {
  const setUp = (maxEntries = 10) => {
    const clock = { now: 1_000 };
    const asked: string[] = [];
    const memory = makeShortMemory<string>({
      now: () => clock.now,
      keepMs: (value) => (value === 'no' ? 10 : 100),
      maxEntries,
    });
    const recall = (key: string, value = 'yes') =>
      memory.recall(key, async () => {
        asked.push(key);
        return value;
      });
    return { clock, asked, recall, memory };
  };

  it('asks again only when the answer is old; sooner for some answers', async () => {
    const { clock, asked, recall } = setUp();
    await recall('a');
    await recall('b', 'no');
    clock.now += 99;
    await recall('a');
    await recall('b', 'no');
    expect(asked).toEqual(['a', 'b', 'b']);
    clock.now += 1;
    await recall('a');
    expect(asked).toEqual(['a', 'b', 'b', 'a']);
  });

  it('asks again when the clock was put back', async () => {
    const { clock, asked, recall } = setUp();
    await recall('a');
    clock.now -= 1;
    await recall('a');
    expect(asked).toEqual(['a', 'a']);
  });

  it('shares one asking between those who wait for it, also when it fails, and remembers no failure', async () => {
    const { memory, recall, asked } = setUp();
    let times = 0;
    const fail = () =>
      memory.recall('a', async () => {
        times += 1;
        throw new Error('away');
      });
    const outcomes = await Promise.allSettled([fail(), fail(), fail()]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(times).toBe(1);
    expect(await recall('a')).toBe('yes');
    expect(asked).toEqual(['a']);
  });

  it('forgets the oldest when it is full', async () => {
    const { asked, recall } = setUp(2);
    for (const key of ['a', 'b', 'c', 'b', 'c', 'a']) await recall(key);
    expect(asked).toEqual(['a', 'b', 'c', 'a']);
  });
});
