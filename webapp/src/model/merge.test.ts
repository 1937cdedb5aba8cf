import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { LIST, makeChange, makeList, makeTodo } from '../testing/make-todo.ts';
import { mergeChange, mergeDonePage, mergeOpenList, mergeTodo } from './merge.ts';
import { makeSelectRows } from './select-rows.ts';
import { INITIAL_STATE } from './state.ts';

describe('one to-do', () => {
  it('is replaced by a newer copy only, and the same table comes back when nothing changes', () => {
    const known = mergeTodo({}, makeTodo({ version: 3, text: 'third' }));
    expect(mergeTodo(known, makeTodo({ version: 2, text: 'second' }))).toBe(known);
    expect(mergeTodo(known, makeTodo({ version: 3, text: 'third' }))).toBe(known);
    expect(mergeTodo(known, makeTodo({ version: 4, text: 'fourth' }))['todo-1']?.text).toBe('fourth');
  });
});

describe('changes', () => {
  const CHANGES = [1, 2, 3, 4].map((version) =>
    makeChange([makeTodo({ version, text: `text ${version}`, state: version === 4 ? 'done' : 'open' })], {
      revision: version,
      openCount: version === 4 ? 0 : 1,
    }),
  );

  it('end in the same list in whatever order and however often they come', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...CHANGES), { maxLength: 8 }), (events) => {
        const all = [...events, ...CHANGES.slice().reverse()];
        const state = all.reduce((now, change) => mergeChange(now, change, true), INITIAL_STATE);
        expect(state.todos['todo-1']).toEqual(CHANGES[3]?.todos[0]);
        expect(state.lists[LIST]).toMatchObject({ revision: 4, openCount: 0 });
      }),
    );
  });

  it('are marked as new only when they come from elsewhere', () => {
    const change = makeChange([makeTodo({ version: 2 })]);
    expect(mergeChange(INITIAL_STATE, change, true).fresh).toEqual({ 'todo-1': 2 });
    expect(mergeChange(INITIAL_STATE, change, false).fresh).toEqual({});
  });
});

describe('a fetched list', () => {
  it('takes away what it no longer has', () => {
    const known = mergeOpenList(INITIAL_STATE, makeList([makeTodo(), makeTodo({ id: 'gone' })]));
    const next = mergeOpenList(known, makeList([makeTodo()], { revision: 2 }));
    expect(Object.keys(next.todos)).toEqual(['todo-1']);
  });

  it('leaves alone what an event brought while it was under way', () => {
    const added = mergeChange(INITIAL_STATE, makeChange([makeTodo({ id: 'new' })], { revision: 6 }), true);
    const next = mergeOpenList(added, makeList([makeTodo()], { revision: 5 }));
    expect(Object.keys(next.todos).sort()).toEqual(['new', 'todo-1']);
  });

  it('is not undone by an event that is older than it', () => {
    const fetched = mergeOpenList(INITIAL_STATE, makeList([], { revision: 5 }));
    const next = mergeChange(fetched, makeChange([makeTodo({ id: 'deleted-since' })], { revision: 4 }), true);
    expect(next.todos).toEqual({});
  });

  it('keeps the done ones, which come in pages of their own', () => {
    const done = makeTodo({ id: 'done', state: 'done', doneAt: 1 });
    const paged = mergeDonePage(INITIAL_STATE, makeList([done], { next: 'more' }));
    const next = mergeOpenList(paged, makeList([makeTodo()], { revision: 2 }));
    expect(Object.keys(next.todos).sort()).toEqual(['done', 'todo-1']);
    expect(next.lists[LIST]?.doneNext).toBe('more');
  });
});

describe('a to-do in a state that this version does not know', () => {
  const unknown = makeTodo({ id: 'todo-2', state: 'paused' as 'open' });

  it('is shown among the open ones, and is gone when a full fetch has it no more', () => {
    const before = mergeOpenList(INITIAL_STATE, makeList([makeTodo(), unknown]));
    expect(makeSelectRows()(before, LIST).open.map((row) => row.todo.state)).toEqual(['open', 'paused']);
    const after = mergeOpenList(before, makeList([makeTodo()], { revision: 2 }));
    expect(makeSelectRows()(after, LIST).open.map((row) => row.todo.id)).toEqual(['todo-1']);
  });

  it('leaves the list knowing how many rows could not be read', () => {
    const state = mergeOpenList(INITIAL_STATE, { ...makeList([]), unreadable: 3 });
    expect(state.lists[LIST]?.unreadable).toBe(3);
    expect(mergeOpenList(state, makeList([])).lists[LIST]?.unreadable).toBe(0);
  });
});
