import { expect, it } from '@jest/globals';
import { createIntl } from 'react-intl';
import { sayMoment } from './say-moment.ts';
import { sayWith, translationsFor } from './sidebar-texts.ts';

const NOW = Date.UTC(2026, 10, 27, 12, 0);
const HOUR_MS = 3_600_000;
const manner = {
  now: NOW,
  locale: 'en-GB',
  zone: 'Europe/Berlin',
  is24h: true,
  say: sayWith(createIntl({ locale: 'en', messages: translationsFor('en') })),
};

it.each([
  ['an hour ago', NOW - HOUR_MS, 'Today, 12:00'],
  ['just after midnight there', Date.UTC(2026, 10, 26, 23, 5), 'Today, 00:05'],
  ['just before midnight there', Date.UTC(2026, 10, 26, 22, 55), 'Yesterday, 23:55'],
  ['earlier this year', Date.UTC(2026, 10, 16, 9), 'Mon 16 Nov'],
  ['another year', Date.UTC(2025, 10, 16, 9), 'Sun, 16 Nov 2025'],
])('%s reads as people there say it', (_when, at, said) => {
  expect(sayMoment(at, manner)).toBe(said);
});

it('follows the zone and the clock of the person', () => {
  const there = { ...manner, locale: 'en-US', zone: 'Asia/Tokyo', is24h: false };
  expect(sayMoment(NOW - HOUR_MS, there).replace('\u202f', ' ')).toBe('Today, 8:00 PM');
});
