import { expect, it } from '@jest/globals';
import { DUE_VIEWS } from '../contract/vocabulary.ts';
import { momentOf } from '../dates/moment-of.ts';
import { daysAt, isIn } from './views.ts';

const ZONE = 'Asia/Tokyo';
const viewsAt = (now: string, due: string) => {
  const days = daysAt(Date.parse(`${now}+09:00`), ZONE);
  const todo = { due, dueAt: momentOf(due, ZONE) };
  return DUE_VIEWS.filter((view) => isIn(view, days)(todo));
};

it.each([
  ['a minute that is to come', '2026-12-01T12:00:00', '2026-12-01T12:01', ['today', 'week', 'agenda']],
  ['this minute, from its beginning', '2026-12-01T12:00:00', '2026-12-01T12:00', ['today', 'week', 'agenda']],
  ['this minute, to its end', '2026-12-01T12:00:59', '2026-12-01T12:00', ['today', 'week', 'agenda']],
  ['the minute before', '2026-12-01T12:00:00', '2026-12-01T11:59', ['overdue', 'agenda']],
  ['the day, at its end', '2026-12-01T23:59:59', '2026-12-01', ['today', 'week', 'agenda']],
  ['the day before', '2026-12-02T00:00:00', '2026-12-01', ['overdue', 'agenda']],
  ['the midnight that is now', '2026-12-02T00:00:30', '2026-12-02T00:00', ['today', 'week', 'agenda']],
  ['tomorrow', '2026-12-01T12:00:00', '2026-12-02', ['tomorrow', 'week', 'agenda']],
  ['in six days', '2026-12-01T12:00:00', '2026-12-07T23:00', ['week', 'agenda']],
  ['in a week', '2026-12-01T12:00:00', '2026-12-08T09:00', ['agenda']],
])('what is due in %s is in its views', (_when, now, due, views) => {
  expect(viewsAt(now, due)).toEqual(views);
});
