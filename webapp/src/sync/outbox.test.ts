import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { makeTodoActions } from '../app/todo-actions.ts';
import { RequestFailure } from '../api/request-failure.ts';
import { reducer } from '../model/reducer.ts';
import { makeSelectRows } from '../model/select-rows.ts';
import { INITIAL_STATE } from '../model/state.ts';
import { makeFakeBackend } from '../testing/fake-backend.ts';
import { LIST, makeTodo, NOON } from '../testing/make-todo.ts';
import { makeOutbox } from './outbox.ts';

function makeBench() {
  const backend = makeFakeBackend();
  let state = INITIAL_STATE;
  const read = () => state;
  const dispatch = (action: Parameters<typeof reducer>[1]) => void (state = reducer(state, action));
  const now = () => NOON;
  const outbox = makeOutbox(
    { api: backend.api, read, dispatch, now, random: () => 0 },
    { onSettled: () => undefined, onFault: () => undefined },
  );
  const actions = makeTodoActions({
    read,
    dispatch,
    now,
    poke: outbox.poke,
    isSending: outbox.isSending,
  });
  const known = (todo = makeTodo()) => {
    backend.seed(todo);
    dispatch({ type: 'todo-node/openList', view: { ...EMPTY, todos: [todo] } } as never);
    return todo;
  };
  const settle = (ms = 5) => jest.advanceTimersByTimeAsync(ms);
  const texts = () => makeSelectRows()(state, LIST).open.map((row) => row.todo.text);
  return { backend, read, outbox, actions, known, settle, texts };
}
const EMPTY = {
  id: LIST,
  kind: 'person',
  revision: 0,
  openCount: 0,
  doneCount: 0,
  next: null,
  program: null,
};
const AWAY = new RequestFailure('unreachable', 'No answer.');

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

describe('the outbox', () => {
  it('sends changes one by one, in the order in which they were made', async () => {
    const { backend, actions, settle, read } = makeBench();
    for (const text of ['one', 'two', 'three']) actions.add(LIST, text);
    await settle();
    expect(backend.calls).toEqual(['add one', 'add two', 'add three']);
    expect(read().outbox).toEqual([]);
  });

  it('keeps everything while nothing gets through, shows it, and sends it afterwards', async () => {
    const { backend, actions, outbox, settle, read, texts } = makeBench();
    backend.breakWith(AWAY);
    actions.add(LIST, 'one');
    actions.add(LIST, 'two');
    await settle();
    expect(read().fault?.kind).toBe('unreachable');
    expect(texts()).toEqual(['one', 'two']);
    backend.breakWith(null);
    outbox.poke();
    await settle();
    expect([...backend.todos.values()].map((todo) => todo.text)).toEqual(['one', 'two']);
    expect(read().fault).toBeNull();
    outbox.stop();
  });

  it('tries again by itself, after pauses that grow while nothing gets through and start anew afterwards', async () => {
    const { backend, actions, outbox, settle } = makeBench();
    /** Pauses between tries, to the tenth of a second. */
    const pauses = async (count: number): Promise<number[]> => {
      const seen: number[] = [];
      for (let waited = 0; seen.length < count; waited += 100) {
        const before = backend.calls.length;
        await settle(100);
        if (backend.calls.length === before) continue;
        seen.push(waited + 100);
        waited = -100;
      }
      return seen;
    };
    backend.breakWith(AWAY);
    actions.add(LIST, 'one');
    await settle(0);
    expect(await pauses(3)).toEqual([500, 1_000, 2_000]);
    backend.breakWith(null);
    expect(await pauses(1)).toEqual([4_000]);
    backend.breakWith(AWAY);
    actions.add(LIST, 'two');
    await settle(0);
    expect(await pauses(1)).toEqual([500]);
    outbox.stop();
  });

  it('does a change once when only its answer was lost', async () => {
    const { backend, actions, outbox, settle, read } = makeBench();
    backend.loseNextAnswer();
    actions.add(LIST, 'once');
    await settle();
    outbox.poke();
    await settle();
    expect(backend.todos.size).toBe(1);
    expect(read().outbox).toEqual([]);
    outbox.stop();
  });

  it('deletes once when only the answer was lost, and reports no fault', async () => {
    const { backend, actions, outbox, known, settle, read } = makeBench();
    const todo = known();
    backend.loseNextAnswer();
    actions.remove(todo);
    await settle();
    outbox.poke();
    await settle();
    expect(backend.calls).toEqual(['delete todo-1', 'delete todo-1']);
    expect(read().outbox).toEqual([]);
    outbox.stop();
  });

  it('steps over a refused change and keeps it until the person decides', async () => {
    const { backend, actions, known, settle, read } = makeBench();
    const todo = known();
    backend.todos.set(todo.id, { ...todo, version: 7, text: 'Theirs' });
    actions.edit(todo, { text: 'Mine' }, todo.version);
    actions.add(LIST, 'next');
    await settle();
    expect(read().outbox).toMatchObject([{ text: 'Mine', refusal: { code: 'version_conflict' } }]);
    expect(backend.calls).toEqual(['edit todo-1', 'add next']);
  });

  it('waits with a change to a to-do that the backend has not named yet', async () => {
    const { backend, actions, settle, read } = makeBench();
    const added = actions.add(LIST, 'new');
    if (added.kind !== 'add') throw new Error('An add was expected.');
    actions.setState(makeTodo({ id: added.localId, version: 0 }), 'done');
    await settle();
    expect(backend.calls).toEqual(['add new', 'edit todo-1']);
    expect(backend.todos.get('todo-1')?.state).toBe('done');
    expect(read().outbox).toEqual([]);
  });
});

describe('undo', () => {
  it('asks the backend to take back what it has confirmed', async () => {
    const { backend, actions, known, settle, read } = makeBench();
    actions.setState(known(), 'done');
    await settle();
    const last = read().undoables.at(-1);
    if (last === undefined) throw new Error('Something to undo was expected.');
    actions.undo(last, 'Undone');
    await settle();
    expect(backend.calls).toEqual(['edit todo-1', 'undo change-1']);
    expect(backend.todos.get('todo-1')?.state).toBe('open');
    expect(read().todos['todo-1']?.state).toBe('open');
  });

  it('takes a change that was never sent out of the outbox', async () => {
    const { backend, actions, outbox, known, settle, read, texts } = makeBench();
    const todo = known();
    backend.breakWith(AWAY);
    actions.remove(todo);
    await settle();
    expect(texts()).toEqual([]);
    const last = read().undoables.at(-1);
    if (last === undefined) throw new Error('Something to undo was expected.');
    actions.undo(last, 'Undone');
    expect(read().outbox).toEqual([]);
    expect(texts()).toEqual(['Buy milk']);
    outbox.stop();
  });
});
