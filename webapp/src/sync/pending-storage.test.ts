import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Pending } from '../model/state.ts';
import { ALICE, BOB, LIST, NOON } from '../testing/make-todo.ts';
import { makePendingStorage } from './pending-storage.ts';

const tick = (requestId: string, at = NOON): Pending => ({
  kind: 'state',
  requestId,
  listId: LIST,
  at,
  refusal: null,
  todoId: 'todo-1',
  state: 'done',
});
const storageOf = (userId: string, now = NOON) => makePendingStorage(localStorage, userId, () => now);

describe('unsent changes', () => {
  beforeEach(() => localStorage.clear());

  it('are there again after a reload, in their order, for their person only', () => {
    storageOf(ALICE).save([], [tick('second', NOON + 1), tick('first', NOON)]);
    expect(
      storageOf(ALICE)
        .load()
        .map((one) => one.requestId),
    ).toEqual(['first', 'second']);
    expect(storageOf(BOB).load()).toEqual([]);
  });

  it('of another window are left alone', () => {
    storageOf(ALICE).save([], [tick('other-window')]);
    const own = [tick('own')];
    storageOf(ALICE).save([], own);
    storageOf(ALICE).save(own, []);
    expect(
      storageOf(ALICE)
        .load()
        .map((one) => one.requestId),
    ).toEqual(['other-window']);
  });

  it('that cannot be read are passed over, and old ones are not sent any more', () => {
    localStorage.setItem(`todo-node:unsent:${ALICE}:broken`, '{"kind":');
    localStorage.setItem(`todo-node:unsent:${ALICE}:strange`, '{"kind":"state","requestId":4}');
    storageOf(ALICE).save([], [tick('fine')]);
    expect(storageOf(ALICE).load()).toEqual([tick('fine')]);
    expect(storageOf(ALICE, NOON + 15 * 86_400_000).load()).toEqual([]);
  });

  it('do without a storage', () => {
    const storage = makePendingStorage(null, ALICE, () => NOON);
    storage.save([], [tick('x')]);
    expect(storage.load()).toEqual([]);
  });
});
