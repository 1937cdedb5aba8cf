import { expect, it } from '@jest/globals';
import { quietUntil } from './quiet-hours.ts';

const NIGHT = { from: '22:00', to: '07:00' };
const LUNCH = { from: '12:00', to: '13:30' };
const at = (moment: string) => Date.parse(`${moment}Z`);

it.each([
  ['before the night', NIGHT, '2026-12-01T21:59', undefined],
  ['at its beginning', NIGHT, '2026-12-01T22:00', '2026-12-02T07:00'],
  ['after midnight', NIGHT, '2026-12-02T03:00', '2026-12-02T07:00'],
  ['at its end', NIGHT, '2026-12-02T07:00', undefined],
  ['within a day', LUNCH, '2026-12-01T13:29', '2026-12-01T13:30'],
  ['after that', LUNCH, '2026-12-01T13:30', undefined],
])('%s', (_when, hours, now, until) => {
  expect(quietUntil(at(now), 'UTC', hours)).toBe(until === undefined ? undefined : at(until));
});

it('go by the clock of the person, also in the night in which it is set', () => {
  expect(quietUntil(at('2026-03-28T22:30'), 'Europe/Berlin', NIGHT)).toBe(at('2026-03-29T05:00'));
  expect(quietUntil(at('2026-12-01T12:00'), 'Asia/Tokyo', NIGHT)).toBeUndefined();
});
