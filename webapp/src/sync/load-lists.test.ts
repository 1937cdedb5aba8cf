import { describe, expect, it } from '@jest/globals';
import type { ListAnswer } from '../api/get-list.ts';
import { RequestFailure } from '../api/request-failure.ts';
import { reducer } from '../model/reducer.ts';
import { INITIAL_STATE } from '../model/state.ts';
import { makeFakeBackend } from '../testing/fake-backend.ts';
import { LIST, makeList, makeTodo, NOON } from '../testing/make-todo.ts';
import { makeLoadLists } from './load-lists.ts';

type GetList = (...args: [string, { cursor?: string }, string?]) => Promise<ListAnswer>;

function makeBench(getList: GetList) {
  let state = INITIAL_STATE;
  const loads = makeLoadLists({
    api: { ...makeFakeBackend().api, getList },
    read: () => state,
    dispatch: (action) => void (state = reducer(state, action)),
    now: () => NOON,
    random: () => 0,
  });
  return { loads, read: () => state };
}

describe('a list', () => {
  it('is fetched page by page, and taken in once it is whole', async () => {
    const cursors: (string | undefined)[] = [];
    const { loads, read } = makeBench(async (_ref, { cursor }) => {
      cursors.push(cursor);
      const at = Number(cursor ?? 0);
      const list = makeList([makeTodo({ id: `todo-${at}` })], { next: at < 2 ? String(at + 1) : null });
      return { list, etag: undefined };
    });
    await loads.open(LIST);
    expect(cursors).toEqual([undefined, '1', '2']);
    expect(Object.keys(read().todos)).toEqual(['todo-0', 'todo-1', 'todo-2']);
  });

  it('is not sent again while it is the same', async () => {
    const etags: (string | undefined)[] = [];
    const { loads, read } = makeBench(async (_ref, _query, etag) => {
      etags.push(etag);
      return { list: etag === undefined ? makeList([makeTodo()]) : null, etag: '"1"' };
    });
    await loads.open(LIST);
    const before = read().todos;
    await loads.open(LIST);
    expect(etags).toEqual([undefined, '"1"']);
    expect(read().todos).toBe(before);
  });

  it('is fetched once more, not ten times, when it is asked for ten times meanwhile', async () => {
    let fetches = 0;
    const { loads } = makeBench(async () => {
      fetches += 1;
      return { list: makeList([]), etag: undefined };
    });
    await Promise.all(Array.from({ length: 10 }, () => loads.open(LIST)));
    expect(fetches).toBe(2);
  });

  it.each([
    ['refused', 'concerns this list only'],
    ['unreachable', 'concerns all'],
  ] as const)('that is %s: the fault %s', async (kind, _whom) => {
    const { loads, read } = makeBench(() => Promise.reject(new RequestFailure(kind, 'No.')));
    await loads.open(LIST);
    const isOfList = read().listFaults[LIST]?.kind === kind;
    expect([isOfList, read().fault?.kind === kind]).toEqual([kind === 'refused', kind !== 'refused']);
  });
});
