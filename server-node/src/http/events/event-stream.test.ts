import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Response } from 'express';
import { PassThrough } from 'node:stream';
import { makeEventStream } from './event-stream.ts';

beforeEach(() => void jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'] }));
afterEach(() => void jest.useRealTimers());

/** A response that nobody reads until `read` is called. */
function open() {
  const response = new PassThrough();
  const failures: unknown[] = [];
  const stream = makeEventStream(response as unknown as Response, (error) => void failures.push(error));
  return { response, stream, failures, read: () => String(response.read() ?? '') };
}

const FRAME = `data: ${'x'.repeat(16_000)}\n\n`;

describe('an event stream', () => {
  it('lets a reader go that reads nothing, long before memory is full', () => {
    const { response, stream } = open();
    for (let n = 0; n < 10_000; n++) stream.write(FRAME);
    expect(response.writableLength).toBeLessThan(400_000);
    expect(response.writableEnded).toBe(true);
    expect(response.destroyed).toBe(false);
    jest.advanceTimersByTime(5_000);
    expect(response.destroyed).toBe(true);
  });

  it('keeps a reader that reads', () => {
    const { response, stream, read } = open();
    for (let n = 0; n < 1_000; n++) {
      stream.write(FRAME);
      read();
    }
    expect(response.writableEnded).toBe(false);
  });

  it('runs its jobs one after another, and ends with bye when one fails', async () => {
    const { stream, failures, read } = open();
    const order: number[] = [];
    const slow = Promise.withResolvers<undefined>();
    stream.run(async () => {
      await slow.promise;
      order.push(1);
    });
    stream.run(async () => void order.push(2));
    slow.resolve(undefined);
    await new Promise(setImmediate);
    expect(order).toEqual([1, 2]);
    stream.run(() => Promise.reject(new Error('away')));
    await new Promise(setImmediate);
    expect(failures).toHaveLength(1);
    expect(read()).toBe('event: bye\ndata: {}\n\n');
  });

  it('takes no more than a number of waiting jobs, and is not ended for it', () => {
    const { stream, read } = open();
    const never = new Promise<void>(() => undefined);
    const taken = Array.from({ length: 300 }, () => stream.run(() => never));
    expect(taken.filter((one) => one)).toHaveLength(200);
    expect(read()).toBe('');
  });
});
