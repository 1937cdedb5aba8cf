import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type pg from 'pg';
import { makeAsk } from './ask.ts';
import { QUERY_TIMEOUT_MS } from './config.ts';

type Answer = (error: Error | null, result: pg.QueryResult) => void;

const RESULT = { rows: [{ number: 1 }] } as pg.QueryResult;

function connection() {
  const asked: { text: string; answer: Answer }[] = [];
  const query = ({ text }: pg.QueryConfig, answer: Answer) => void asked.push({ text, answer });
  const client = { query } as unknown as pg.PoolClient;
  return { asked, ask: makeAsk(client) };
}

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

describe('A connection is asked', () => {
  it('and answers, or says what is wrong', async () => {
    const { asked, ask } = connection();
    const [good, bad] = [ask({ text: 'select 1' }), ask({ text: 'selekt' })];
    asked[0]?.answer(null, RESULT);
    asked[1]?.answer(new Error('syntax error'), RESULT);
    expect(await good).toBe(RESULT);
    await expect(bad).rejects.toThrow('syntax error');
  });

  it('and is given up when it says nothing for long, with all that waits', async () => {
    const { ask } = connection();
    const waiting = [ask({ text: 'select 1' }), ask({ text: 'select 2' })];
    jest.advanceTimersByTime(QUERY_TIMEOUT_MS);
    for (const one of waiting) await expect(one).rejects.toThrow('Query read timeout');
  });

  it('each time for as long', async () => {
    const { asked, ask } = connection();
    const first = ask({ text: 'select 1' });
    jest.advanceTimersByTime(QUERY_TIMEOUT_MS - 1);
    asked[0]?.answer(null, RESULT);
    await first;
    jest.advanceTimersByTime(QUERY_TIMEOUT_MS);
    const second = ask({ text: 'select 2' });
    jest.advanceTimersByTime(QUERY_TIMEOUT_MS - 1);
    asked[1]?.answer(null, RESULT);
    expect(await second).toBe(RESULT);
    const third = ask({ text: 'select 3' });
    jest.advanceTimersByTime(QUERY_TIMEOUT_MS);
    await expect(third).rejects.toThrow('Query read timeout');
  });
});
