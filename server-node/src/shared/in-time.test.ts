import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { inTime } from './in-time.ts';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

it('gives what the work comes to, and forgets the time', async () => {
  const late = jest.fn();
  expect(await inTime(Promise.resolve('done'), 1_000, late)).toBe('done');
  expect(jest.getTimerCount()).toBe(0);
  expect(late).not.toHaveBeenCalled();
});

it('fails as the work fails', async () => {
  await expect(inTime(Promise.reject(new Error('wrong')), 1_000, () => 'late')).rejects.toThrow('wrong');
  expect(jest.getTimerCount()).toBe(0);
});

it('gives what is said when the time is up, once, and not a moment earlier', async () => {
  const work = Promise.withResolvers<string>();
  const late = jest.fn(() => 'late');
  const outcome = inTime(work.promise, 1_000, late);
  await jest.advanceTimersByTimeAsync(999);
  expect(late).not.toHaveBeenCalled();
  await jest.advanceTimersByTimeAsync(1);
  expect(await outcome).toBe('late');
  work.reject(new Error('nobody hears of this'));
  expect(late).toHaveBeenCalledTimes(1);
});

it('fails when being late is a failure', async () => {
  const refuse = () => {
    throw new Error('too late');
  };
  const outcome = inTime(new Promise(() => undefined), 1_000, refuse);
  const refused = expect(outcome).rejects.toThrow('too late');
  await jest.advanceTimersByTimeAsync(1_000);
  await refused;
});
