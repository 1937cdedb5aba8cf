import { describe, expect, it } from '@jest/globals';
import { ALICE, LIST, makeChange, makeTodo, NOON } from '../testing/make-todo.ts';
import type { ModelAction } from './actions.ts';
import { reducer } from './reducer.ts';
import { makeSelectRows } from './select-rows.ts';
import { openCount } from './select-list.ts';
import { INITIAL_STATE, type Fault, type ModelState, type Pending } from './state.ts';

const head = (requestId: string) => ({ requestId, listId: LIST, at: NOON, refusal: null });
const add = (requestId: string, text: string): Pending => ({
  kind: 'add',
  ...head(requestId),
  localId: `local-${requestId}`,
  text,
  source: null,
  creatorId: ALICE,
});
const queued = (pending: Pending): ModelAction => ({ type: 'todo-node/queued', pending, undoable: null });
const run = (...actions: ModelAction[]): ModelState => actions.reduce(reducer, INITIAL_STATE);
const rowsOf = (state: ModelState) => makeSelectRows()(state, LIST);
const FAULT: Fault = { kind: 'refused', code: 'list_full', message: 'Full.', retryAt: null };
const known = (todo = makeTodo()): ModelAction => ({ type: 'todo-node/changed', change: makeChange([todo]) });

it('passes over actions of others', () => {
  const state = run(queued(add('r1', 'Buy milk')));
  expect(reducer(state, { type: 'RECEIVED_NEW_POST' })).toBe(state);
  expect(reducer(state, { type: 'todo-node/toString' })).toBe(state);
});

describe('a to-do that is being added', () => {
  it('is in the list at once, last, and counted', () => {
    const state = run(known(), queued(add('r1', 'Second')));
    expect(rowsOf(state).open.map((row) => row.todo.text)).toEqual(['Buy milk', 'Second']);
    expect(openCount(state, LIST)).toBe(2);
  });

  it('keeps its row when the backend has named it', () => {
    const before = run(queued(add('r1', 'Buy milk')));
    const change = makeChange([makeTodo({ id: 'named' })]);
    const after = reducer(before, { type: 'todo-node/confirmed', requestId: 'r1', change });
    expect(rowsOf(after).open).toMatchObject([{ key: 'local-r1', todo: { id: 'named' }, pending: [] }]);
  });

  it('is one row and no news when its event overtakes the answer', () => {
    const change = makeChange([makeTodo({ id: 'named' })]);
    const overtaken = run(queued(add('r1', 'Buy milk')), { type: 'todo-node/changed', change });
    expect(rowsOf(overtaken).open).toHaveLength(1);
    const after = reducer(overtaken, { type: 'todo-node/confirmed', requestId: 'r1', change });
    expect(rowsOf(after).open).toMatchObject([{ key: 'local-r1', fresh: 0 }]);
  });

  it('hands its name to the changes that wait behind it', () => {
    const state = run(
      queued(add('r1', 'Buy milk')),
      queued({ kind: 'state', ...head('r2'), todoId: 'local-r1', state: 'done' }),
      { type: 'todo-node/confirmed', requestId: 'r1', change: makeChange([makeTodo({ id: 'named' })]) },
    );
    expect(state.outbox).toMatchObject([{ kind: 'state', todoId: 'named' }]);
  });

  it('takes the changes that wait behind it along when it is discarded', () => {
    const state = run(
      queued(add('r1', 'Buy milk')),
      queued({ kind: 'state', ...head('r2'), todoId: 'local-r1', state: 'done' }),
      { type: 'todo-node/dropped', requestId: 'r1' },
    );
    expect(state.outbox).toEqual([]);
  });
});

describe('a refused change', () => {
  it('leaves a tick undone, with the reason on its row', () => {
    const state = run(
      known(),
      queued({ kind: 'state', ...head('r1'), todoId: 'todo-1', state: 'done' }),
      { type: 'todo-node/settled', todoId: 'todo-1' },
      { type: 'todo-node/refused', requestId: 'r1', fault: FAULT, current: undefined },
    );
    expect(rowsOf(state).open).toMatchObject([{ todo: { state: 'open' }, pending: [{ refusal: FAULT }] }]);
    expect(openCount(state, LIST)).toBe(1);
  });

  it('keeps a new text on its row', () => {
    const state = run(
      known(),
      queued({ kind: 'edit', ...head('r1'), todoId: 'todo-1', text: 'Buy oat milk', version: 1 }),
      { type: 'todo-node/refused', requestId: 'r1', fault: FAULT, current: undefined },
    );
    expect(rowsOf(state).open[0]?.todo.text).toBe('Buy oat milk');
  });

  it('shows what is there now after a conflict, and keeps the own text for the editor', () => {
    const fault = { ...FAULT, code: 'version_conflict' };
    const state = run(
      known(),
      queued({ kind: 'edit', ...head('r1'), todoId: 'todo-1', text: 'Mine', version: 1 }),
      {
        type: 'todo-node/refused',
        requestId: 'r1',
        fault,
        current: makeTodo({ version: 2, text: 'Theirs' }),
      },
    );
    expect(rowsOf(state).open[0]).toMatchObject({ todo: { text: 'Theirs' }, pending: [{ text: 'Mine' }] });
  });
});

it('lets an edit build on the own change before it, and on nobody else’s', () => {
  const edit = (version: number): ModelAction =>
    queued({ kind: 'edit', ...head('r2'), todoId: 'todo-1', text: 'Then', version });
  const confirmedFirst: ModelAction = {
    type: 'todo-node/confirmed',
    requestId: 'r1',
    change: makeChange([makeTodo({ version: 2 })]),
  };
  const tick = queued({ kind: 'state', ...head('r1'), todoId: 'todo-1', state: 'done' });
  expect(run(known(), tick, edit(1), confirmedFirst).outbox).toMatchObject([{ version: 2 }]);
  expect(run(known(), tick, edit(0), confirmedFirst).outbox).toMatchObject([{ version: 0 }]);
});

it('draws only the row that changed', () => {
  const select = makeSelectRows();
  const two = run(known(), known(makeTodo({ id: 'todo-2', order: 2 })));
  const before = select(two, LIST);
  const ticked = reducer(two, queued({ kind: 'state', ...head('r1'), todoId: 'todo-2', state: 'done' }));
  const after = select(ticked, LIST);
  expect(after.open[0]).toBe(before.open[0]);
  expect(after.open[1]).not.toBe(before.open[1]);
  expect(select({ ...ticked, announcement: { text: 'x', turn: 1 } }, LIST)).toBe(after);
});
