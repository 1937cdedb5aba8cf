import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { EventHandlers } from '../api/open-events.ts';
import { RequestFailure } from '../api/request-failure.ts';
import { makeStreamKeeper } from './stream-keeper.ts';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

const AWAY = new RequestFailure('unreachable', 'No answer.');
const BUSY = new RequestFailure('busy', 'Too many requests.', { retryAfterMs: 4_000 });

function openKeeper(random = 1) {
  const opened: EventHandlers[] = [];
  const keeper = makeStreamKeeper({
    open: (_channels, handlers) => {
      opened.push(handlers);
      return () => undefined;
    },
    random: () => random,
    onEvent: () => undefined,
    onState: () => undefined,
  });
  keeper.want([]);
  jest.advanceTimersByTime(0);
  /** How long it takes until the next stream is opened. */
  const untilNext = (): number => {
    const before = opened.length;
    let waited = 0;
    for (; opened.length === before && waited < 120_000; waited += 100) jest.advanceTimersByTime(100);
    return waited;
  };
  return { keeper, last: () => opened.at(-1) as EventHandlers, untilNext };
}

describe('a stream that ended', () => {
  it('is opened again after a pause that grows while it fails, and starts anew once it was open', () => {
    const { keeper, last, untilNext } = openKeeper();
    const pauses = [1, 2, 3].map(() => (last().onEnd(AWAY), untilNext()));
    expect(pauses).toEqual([1_000, 2_000, 4_000]);
    last().onOpen();
    last().onEnd(AWAY);
    expect(untilNext()).toBe(1_000);
    keeper.stop();
  });

  it('is not opened at once after bye either', () => {
    const { keeper, last, untilNext } = openKeeper(0);
    last().onOpen();
    last().onEvent({ name: 'bye', data: '{}' });
    expect(untilNext()).toBe(500);
    keeper.stop();
  });

  it.each([
    [0, 4_000],
    [0.5, 6_000],
    [1, 8_000],
  ])('is opened no earlier than the backend wants, spread by chance (%s)', (random, pause) => {
    const { keeper, last, untilNext } = openKeeper(random);
    last().onEnd(BUSY);
    expect(untilNext()).toBe(pause);
    keeper.stop();
  });
});
