import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { Kysely } from 'kysely';
import type pg from 'pg';
import { QUERY_TIMEOUT_MS } from './config.ts';
import { postgresDialect } from './dialect.ts';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

it('A transaction whose connection says nothing is given up once, and its connection with it', async () => {
  const asked: string[] = [];
  const released: unknown[] = [];
  const isAnswered = /^(?:set|start transaction|begin)/;
  const query = ({ text }: pg.QueryConfig, answer: (error: null, result: object) => void) => {
    asked.push(text);
    if (isAnswered.test(text)) answer(null, { rows: [] });
  };
  const client = { query, release: (destroy: unknown) => void released.push(destroy) };
  const pool = { connect: async () => client } as unknown as pg.Pool;
  const db = new Kysely<{ todo: { id: string } }>({ dialect: postgresDialect(pool, 'todo_node') });
  const change = db.transaction().execute((transaction) => transaction.selectFrom('todo').execute());
  const said = expect(change).rejects.toThrow('Query read timeout');
  await jest.advanceTimersByTimeAsync(QUERY_TIMEOUT_MS);
  await said;
  expect(asked.at(-1)).toMatch(/^select/);
  expect(released).toEqual([true]);
});
