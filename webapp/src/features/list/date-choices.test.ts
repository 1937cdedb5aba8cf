/** @jest-environment node */
import { describe, expect, it } from '@jest/globals';
import { momentOf } from '../../calendar/wall-clock.ts';
import { makeTodo } from '../../testing/make-todo.ts';
import { changesOf, presetDue } from './date-choices.ts';

const ZONE = 'Asia/Tokyo';
/** A Friday. */
const NOW = momentOf('2026-11-27T12:00', ZONE);
const TODAY = '2026-11-27';

it.each([
  ['today', null, '2026-11-27'],
  ['today', '2026-11-20T17:00', '2026-11-27T17:00'],
  ['today', '2026-11-20T09:00', '2026-11-27'],
  ['tomorrow', '2026-11-20T09:00', '2026-11-28T09:00'],
  ['nextWeek', '2026-11-20', '2026-11-30'],
  ['hour', null, '2026-11-27T13:00'],
] as const)('%s for what was due %s is %s', (preset, due, expected) => {
  expect(presetDue(preset, { due }, NOW, ZONE)).toBe(expected);
});

it('takes on a Monday the Monday of the week after for next week', () => {
  expect(presetDue('nextWeek', { due: null }, momentOf('2026-11-30T12:00', ZONE), ZONE)).toBe('2026-12-07');
});

describe('what is sent of what was chosen', () => {
  const weekly = { due: '2026-11-27', repeat: 'FREQ=WEEKLY' };
  it.each([
    ['nothing', {}, { due: null, rule: null }, []],
    ['a date', {}, { due: '2026-12-04', rule: null }, [{ due: '2026-12-04' }]],
    ['no date', { due: '2026-12-04' }, { due: null, rule: null }, [{ due: null }]],
    ['no date and so no rule', weekly, { due: null, rule: 'FREQ=WEEKLY' }, [{ due: null }]],
    [
      'a rule, from today on',
      {},
      { due: null, rule: 'FREQ=DAILY' },
      [{ due: TODAY, repeat: 'FREQ=DAILY', repeatFrom: 'due' }],
    ],
    ['no rule', weekly, { due: '2026-11-27', rule: null }, [{ repeat: null }]],
    [
      'another day of this one',
      weekly,
      { due: '2026-11-28', rule: 'FREQ=WEEKLY' },
      [{ snooze: '2026-11-28' }],
    ],
    [
      'another rule, from today on',
      { due: '2026-11-20', repeat: 'FREQ=WEEKLY' },
      { due: null, rule: 'FREQ=DAILY' },
      [{ due: TODAY, repeat: 'FREQ=DAILY', repeatFrom: 'due' }],
    ],
    [
      'a reminder and another day of this one',
      weekly,
      { due: '2026-11-28', rule: 'FREQ=WEEKLY', reminders: [{ minutesBefore: 0 }] },
      [{ snooze: '2026-11-28' }, { reminders: [{ minutesBefore: 0 }] }],
    ],
    [
      'a date and a reminder',
      {},
      { due: '2026-12-04T17:00', rule: null, reminders: [{ minutesBefore: 10 }] },
      [{ due: '2026-12-04T17:00', reminders: [{ minutesBefore: 10 }] }],
    ],
  ])('%s', (_what, todo, chosen, expected) => {
    expect(changesOf(makeTodo(todo), { reminders: undefined, ...chosen }, TODAY)).toEqual(expected);
  });
});
