import { describe, expect, it } from '@jest/globals';
import { makeList, makeTodo } from '../testing/make-todo.ts';
import { parseChange, parseList, parseMe } from './views.ts';

/** As the backend of version 0.1.0 sends it. */
const OF_0_1 = {
  id: 'todo-1',
  listId: 'shared',
  number: 1,
  text: 'Buy milk',
  notes: '',
  state: 'open',
  creatorId: 'alice',
  assigneeId: null,
  order: 1,
  version: 1,
  createdAt: 1,
  updatedAt: 1,
  doneAt: null,
  source: null,
};
/** What later versions added, as a row has it that says nothing of them. */
const ADDED = {
  ...{ due: null, dueAt: null, dueZone: null, repeat: null, repeatFrom: 'due', repeatAnchor: null },
  ...{ occurrence: null, reminders: [], request: null, requestReason: '', requestedAt: null },
};
const OF_0_4 = {
  ...OF_0_1,
  ...{ due: '2026-12-04T17:00', dueAt: 1_796_400_000_000, dueZone: 'Europe/Berlin' },
  ...{ repeat: 'FREQ=WEEKLY;BYDAY=FR', repeatFrom: 'done', repeatAnchor: '2026-12-04T17:00' },
  occurrence: '2026-12-03T17:00',
  reminders: [{ id: 'r', byId: 'alice', minutesBefore: 10 }],
  ...{ request: 'declined', requestReason: 'No time', requestedAt: 1_796_000_000_000, state: 'declined' },
};
/** As one may send it that is a version further. */
const OF_LATER = {
  ...OF_0_4,
  ...{ state: 'paused', repeatFrom: 'created', tags: ['home'], request: 'postponed' },
  reminders: [{ id: 'r', byId: 'alice', place: 'home' }],
};
/** As little as a row can be. */
const LEAST = { id: 'todo-1', listId: 'shared', text: 'Buy milk', version: 1 };

const listWith = (...todos: unknown[]) => ({ ...makeList([]), todos });
const rowsOf = (...todos: unknown[]) => parseList(listWith(...todos)).todos;

describe('a backend of another version', () => {
  it('that is older: its rows have no date, no rule, no reminder, and nobody was asked', () => {
    expect(rowsOf(OF_0_1)).toEqual([{ ...OF_0_1, ...ADDED }]);
  });

  it('of this version: every field is taken as it is', () => {
    expect(rowsOf(OF_0_4)).toEqual([OF_0_4]);
  });

  it('that is newer: a state of which nothing is known is kept, and so is every other field', () => {
    expect(rowsOf(OF_LATER)).toEqual([OF_LATER]);
  });

  it('that leaves fields out: absent is null or the default', () => {
    const filled = { ...OF_0_1, ...ADDED, number: 0, creatorId: '', order: 0, createdAt: 0, updatedAt: 0 };
    expect(rowsOf(LEAST)).toEqual([filled]);
    expect(rowsOf({ ...LEAST, notes: null, state: null })).toEqual([filled]);
  });

  it.each(Object.keys(OF_0_4).filter((name) => !(name in LEAST)))(
    'that leaves out %s keeps the row',
    (name) => {
      const row: Record<string, unknown> = { ...OF_0_4 };
      Reflect.deleteProperty(row, name);
      expect(rowsOf(row)).toHaveLength(1);
    },
  );

  it('whose row cannot be read: the others show, and the missing one is counted', () => {
    const view = parseList(listWith({ ...OF_0_1, text: 7 }, OF_0_1, null));
    expect([view.todos.length, view.unreadable]).toEqual([1, 2]);
    const change = { changeId: 'c', listId: 'shared', revision: 1, todos: [{ ...OF_0_1, version: 'two' }] };
    expect(parseChange(change)).toMatchObject({ todos: [], unreadable: 1, openCount: 0, doneCount: 0 });
  });

  it('whose answer cannot be read: the refusal names the field', () => {
    expect(() => parseList({ ...makeList([makeTodo()]), revision: 'x' })).toThrow(
      'revision has another form',
    );
    expect(() => parseList({})).toThrow('id is missing');
  });

  it('whose account lacks what came later', () => {
    const limits = { textLength: 4_000, notesLength: 16_000 };
    expect(parseMe({ userId: 'a', username: 'alice', limits })).toMatchObject({
      bot: null,
      program: null,
      webhookList: 'channel',
      push: 'sse',
    });
  });
});
