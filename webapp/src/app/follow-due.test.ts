import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import type { DueView } from '@todo-node/server/contract/api';
import { RequestFailure } from '../api/request-failure.ts';
import type { HostStore } from '../host/host-state.ts';
import type { ModelAction } from '../model/actions.ts';
import { reducer } from '../model/reducer.ts';
import { INITIAL_STATE, type ModelState } from '../model/state.ts';
import { makeChange, makeTodo, NOON } from '../testing/make-todo.ts';
import { followDue } from './follow-due.ts';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

const DAY_MS = 86_400_000;

function follow(readsDates = true) {
  let state: ModelState = { ...INITIAL_STATE, me: { userId: 'a', readsDates } as ModelState['me'] };
  let now = NOON;
  let asked = 0;
  let fault: Error | null = null;
  const listeners = new Set<() => void>();
  const dispatch = (action: ModelAction) => {
    state = reducer(state, action);
    listeners.forEach((tell) => tell());
  };
  const store = {
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  } as unknown as HostStore;
  const getDueView = async () => {
    asked += 1;
    if (fault !== null) throw fault;
    const todayEndsAt = now + DAY_MS / 2;
    return { zone: 'UTC', todayEndsAt, overdueCount: asked, todayCount: 1 } as DueView;
  };
  const { stop } = followDue(store, { api: { getDueView }, read: () => state, dispatch, now: () => now });
  const change = (version: number, dueAt: number | null = NOON) =>
    dispatch({
      type: 'todo-node/changed',
      change: makeChange([makeTodo({ version, dueAt })], { revision: version }),
    });
  return {
    stop,
    change,
    asked: () => asked,
    count: () => state.due?.count,
    breakWith: (next: Error | null) => void (fault = next),
    passTo: (at: number) => void (now = at),
  };
}

it('asks once for several changes, and again for a later one', async () => {
  const { change, asked, count } = follow();
  change(1);
  change(2);
  await jest.advanceTimersByTimeAsync(300);
  expect([asked(), count()]).toEqual([1, 2]);
  await jest.advanceTimersByTimeAsync(DAY_MS / 4);
  expect(asked()).toBe(1);
  change(3);
  await jest.advanceTimersByTimeAsync(300);
  expect([asked(), count()]).toEqual([2, 3]);
});

it('asks nothing when what changed had no date and has none', async () => {
  const { change, asked } = follow();
  const askedAfter = async (version: number, dueAt: number | null) => {
    change(version, dueAt);
    await jest.advanceTimersByTimeAsync(300);
    return asked();
  };
  expect(await askedAfter(1, null)).toBe(1);
  expect(await askedAfter(2, null)).toBe(1);
  expect(await askedAfter(3, NOON)).toBe(2);
  expect(await askedAfter(4, null)).toBe(3);
});

it('asks when the day is over', async () => {
  const { change, asked, passTo } = follow();
  change(1);
  await jest.advanceTimersByTimeAsync(300);
  passTo(NOON + DAY_MS / 2);
  await jest.advanceTimersByTimeAsync(60_300);
  expect(asked()).toBe(2);
});

it('keeps what it knows while nothing gets through, and asks again', async () => {
  const { change, asked, count, breakWith } = follow();
  change(1);
  await jest.advanceTimersByTimeAsync(300);
  breakWith(new RequestFailure('offline', 'Failed to fetch'));
  change(2);
  await jest.advanceTimersByTimeAsync(300);
  expect([asked(), count()]).toEqual([2, 2]);
  breakWith(null);
  await jest.advanceTimersByTimeAsync(60_300);
  expect([asked(), count()]).toEqual([3, 4]);
});

it('asks nothing of a backend that keeps no dates, nor once it is stopped', async () => {
  const old = follow(false);
  old.change(1);
  const stopped = follow();
  stopped.change(1);
  stopped.stop();
  await jest.advanceTimersByTimeAsync(DAY_MS);
  expect([old.asked(), stopped.asked()]).toEqual([0, 0]);
});
