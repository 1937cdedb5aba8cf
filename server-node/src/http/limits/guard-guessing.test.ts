import { describe, expect, it } from '@jest/globals';
import type { Request } from 'express';
import { AppError } from '../../shared/app-error.ts';
import { makeGuardGuessing } from './guard-guessing.ts';

const requestWith = (session: string): Request =>
  ({ ip: '203.0.113.7', headers: { authorization: `Bearer ${session.padEnd(26, 'x')}` } }) as Request;
const manyTimes = <T>(count: number, work: (at: number) => Promise<T>) =>
  Promise.allSettled(Array.from({ length: count }, (_, at) => work(at)));
const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

describe('sessions of one address that come all at once', () => {
  it('are hardly asked about beyond what may be guessed in a minute', async () => {
    const guard = makeGuardGuessing();
    let asked = 0;
    const guessed = await manyTimes(1_000, (at) =>
      guard(requestWith(`guess${at}`), async () => {
        asked += 1;
        await nextTurn();
        throw new AppError('not_signed_in', 'no');
      }),
    );
    expect(asked).toBeLessThan(100);
    expect(guessed.filter(({ status }) => status === 'fulfilled')).toEqual([]);
  });

  it('are all let in when they are good, as after a restart', async () => {
    const guard = makeGuardGuessing();
    const signedIn = await manyTimes(1_000, (at) => guard(requestWith(`good${at}`), nextTurn));
    expect(signedIn.filter(({ status }) => status === 'rejected')).toEqual([]);
  });
});
