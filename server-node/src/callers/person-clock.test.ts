import { expect, it } from '@jest/globals';
import { hoursOf, usualHours } from './person-clock.ts';

it.each([
  ['en', 12],
  ['en-AU', 12],
  ['en-GB', 24],
  ['de', 24],
  ['zh-CN', 24],
  ['ja', 24],
  ['', 24],
  ['no language', 24],
  ['xx', 24],
])('where people write %s, a clock usually has %d hours', (locale, hours) => {
  expect(usualHours(locale)).toBe(hours);
});

it('a clock has the hours that its person set, else those that Mattermost shows, else the usual ones', () => {
  expect(hoursOf({ clock: 24 }, { hours: 12 }, 'en')).toBe(24);
  expect(hoursOf({ clock: undefined }, { hours: 24 }, 'en')).toBe(24);
  expect(hoursOf({ clock: undefined }, undefined, 'en')).toBe(12);
});
