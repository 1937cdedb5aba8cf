import { describe, expect, it } from '@jest/globals';
import type { UserId } from '../shared/ids.ts';
import { difference } from './fields.ts';
import { personList, SHARED_LIST } from './list.ts';
import { recount } from './recount.ts';
import { completed, edited, newTodo, removed, reopened } from './todo-rules.ts';
import { MAX_OPEN_PER_LIST, type TodoId } from './todo.ts';

const NOON = 1_800_000_000_000;
const birth = {
  ...{ id: 'x' as TodoId, listId: SHARED_LIST, number: 3, creatorId: 'ann' as UserId, at: NOON },
  newId: () => 'new',
};
const by = { actorId: 'ann' as UserId, newId: () => 'new' };
const open = newTodo({ text: 'one' }, birth);
const done = completed(open, NOON + 1);
const gone = removed(done, NOON + 2);

describe('a rule', () => {
  it.each([
    ['completed', completed, done],
    ['reopened', reopened, open],
    ['removed', removed, gone],
    ['edited', edited({ text: ' one ' }, by), open],
  ])('gives the very same to-do back when it is %s already', (_what, rule, todo) => {
    expect(rule(todo, NOON + 9)).toBe(todo);
  });

  it.each([
    ['completed', completed, open, { state: 'done', doneAt: NOON + 9, version: 2, updatedAt: NOON + 9 }],
    ['reopened', reopened, done, { state: 'open', doneAt: null, version: 3 }],
    ['removed', removed, done, { state: 'deleted', doneAt: NOON + 1, version: 3 }],
    ['edited', edited({ notes: 'n' }, by), done, { text: 'one', notes: 'n', state: 'done', version: 3 }],
  ])('makes a new version when %s', (_what, rule, todo, expected) => {
    expect(rule(todo, NOON + 9)).toMatchObject(expected);
    expect(todo).not.toMatchObject(expected);
  });

  it('never makes a to-do older than it was', () => {
    expect(completed(open, 5)).toMatchObject({ updatedAt: NOON, doneAt: NOON });
  });
});

it('the history keeps only what differs, and what was said of a new one', () => {
  expect(difference(open, done)).toEqual({
    before: { state: 'open', doneAt: null },
    after: { state: 'done', doneAt: NOON + 1 },
  });
  expect(difference(undefined, open)).toEqual({
    before: {},
    after: { text: 'one', state: 'open', assigneeId: null },
  });
});

describe('the counts of a list', () => {
  const list = { id: SHARED_LIST, revision: 7, nextNumber: 4, openCount: 1, doneCount: 5 };

  it('follow each to-do from its state to the next', () => {
    expect(recount(list, [{ before: undefined, after: { ...open, number: 4 } }])).toEqual({
      ...list,
      ...{ revision: 8, nextNumber: 5, openCount: 2 },
    });
    expect(recount(list, [{ before: open, after: done }])).toMatchObject({ openCount: 0, doneCount: 6 });
    expect(recount(list, [{ before: done, after: gone }])).toMatchObject({ openCount: 1, doneCount: 4 });
  });

  it('are those of its own to-dos, of which some come from another list or go there', () => {
    const away = { ...open, listId: personList('bob' as UserId), number: 9 };
    expect(recount(list, [{ before: open, after: away }])).toEqual({ ...list, revision: 8, openCount: 0 });
    const arrived = recount(list, [{ before: away, after: { ...open, number: 4 } }]);
    expect(arrived).toEqual({ ...list, revision: 8, openCount: 2, nextNumber: 5 });
    expect(recount(list, [{ before: away, after: open }])).toMatchObject({ nextNumber: 4 });
    expect(recount(list, [{ before: away, after: away }])).toBe(list);
  });

  it('may reach the limit and not pass it, but a list beyond it can still shrink', () => {
    const nearly = { ...list, openCount: MAX_OPEN_PER_LIST - 1 };
    const one = { before: undefined, after: open };
    expect(recount(nearly, [one]).openCount).toBe(MAX_OPEN_PER_LIST);
    expect(() => recount(nearly, [one, one])).toThrow(expect.objectContaining({ code: 'list_full' }));
    const beyond = { ...list, openCount: MAX_OPEN_PER_LIST + 5 };
    expect(recount(beyond, [{ before: open, after: done }]).openCount).toBe(MAX_OPEN_PER_LIST + 4);
  });
});
