import type { Say, TextId } from './sidebar-texts.ts';

const PERIODS: Record<string, readonly [every: TextId, everyFew: TextId]> = {
  DAILY: ['repeat.day', 'repeat.days'],
  WEEKLY: ['repeat.week', 'repeat.weeks'],
  MONTHLY: ['repeat.month', 'repeat.months'],
  YEARLY: ['repeat.year', 'repeat.years'],
};
const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
const WORKDAYS = 'MO,TU,WE,TH,FR';
/** A Sunday. */
const SUNDAY_MS = Date.UTC(2023, 0, 1);

/** Rules of everyday life in words; `null` for all others, since the backend has the words for those. */
export function sayRule(rule: string, locale: string, say: Say): string | null {
  const parts: Record<string, string> = Object.fromEntries(
    rule.split(';').map((part) => part.split('=', 2) as [string, string]),
  );
  const { FREQ = '', INTERVAL = '1', BYDAY, ...others } = parts;
  const period = PERIODS[FREQ];
  const count = Number(INTERVAL);
  if (period === undefined || Object.keys(others).length > 0) return null;
  if (BYDAY === undefined) return count === 1 ? say(period[0]) : say(period[1], { count });
  if (FREQ !== 'WEEKLY' || count !== 1) return null;
  if (BYDAY === WORKDAYS) return say('repeat.workday');
  const days = BYDAY.split(',').map((day) => WEEKDAYS.indexOf(day));
  if (days.includes(-1)) return null;
  const name = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  const names = days.map((day) => name.format(SUNDAY_MS + day * 86_400_000));
  return say('repeat.weekdays', { days: new Intl.ListFormat(locale).format(names) });
}
