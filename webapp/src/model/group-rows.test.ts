/** @jest-environment node */
import { describe, expect, it } from '@jest/globals';
import { makeTodo } from '../testing/make-todo.ts';
import { groupRows, groupsChangeAt } from './group-rows.ts';
import type { Row } from './select-rows.ts';
import { momentOf } from '../calendar/wall-clock.ts';

const ZONE = 'Asia/Tokyo';
const NOW = momentOf('2026-11-27T21:00', ZONE);
const NONE = new Map();

function row(text: string, due: string | null): Row {
  const dueAt = due === null ? null : momentOf(due, ZONE);
  return { key: text, todo: makeTodo({ id: text, text, due, dueAt }), pending: [], fresh: 0 };
}

const ROWS = [
  row('some day', null),
  row('next week', '2026-12-04'),
  row('tomorrow', '2026-11-28'),
  row('today', '2026-11-27'),
  row('at ten', '2026-11-27T22:00'),
  row('yesterday', '2026-11-26'),
  row('just now', '2026-11-27T21:00'),
  row('a minute ago', '2026-11-27T20:59'),
  row('one day', null),
];

const named = (now: number, stays = NONE) =>
  groupRows(ROWS, now, ZONE, stays)?.map(({ name, rows }) => [name, ...rows.map(({ key }) => key)]);

describe('open rows', () => {
  it('are told apart by when they are due, soonest first, those without a date in their order', () => {
    expect(named(NOW)).toEqual([
      ['overdue', 'yesterday', 'a minute ago'],
      ['today', 'just now', 'at ten', 'today'],
      ['upcoming', 'tomorrow', 'next week'],
      ['undated', 'some day', 'one day'],
    ]);
  });

  it('change their group when the minute is over in which they are due, and at midnight', () => {
    const first = groupsChangeAt(ROWS, NOW, ZONE);
    expect(first).toBe(momentOf('2026-11-27T21:01', ZONE));
    expect(named(first - 1)).toEqual(named(NOW));
    expect(named(first)?.[0]).toEqual(['overdue', 'yesterday', 'a minute ago', 'just now']);
    const second = groupsChangeAt(ROWS, first, ZONE);
    expect(second).toBe(momentOf('2026-11-27T22:01', ZONE));
    expect(named(second)?.[0]).toEqual(['overdue', 'yesterday', 'a minute ago', 'just now', 'at ten']);
    const third = groupsChangeAt(ROWS, second, ZONE);
    expect(third).toBe(momentOf('2026-11-27', ZONE));
    expect(named(third)).toEqual([
      ['overdue', 'yesterday', 'a minute ago', 'just now', 'at ten', 'today'],
      ['today', 'tomorrow'],
      ['upcoming', 'next week'],
      ['undated', 'some day', 'one day'],
    ]);
  });

  it('stay where they are while somebody writes in them', () => {
    expect(named(NOW, new Map([['yesterday', 'today']]))?.[1]).toEqual([
      'today',
      'yesterday',
      'just now',
      'at ten',
      'today',
    ]);
  });

  it('have no groups where nothing has a date', () => {
    expect(groupRows([row('some day', null)], NOW, ZONE, NONE)).toBeNull();
  });
});
