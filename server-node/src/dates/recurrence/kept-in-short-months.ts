import { dayOf, type WallClock } from '../moment-of.ts';
import { partsOf } from './rule-text.ts';

const SHORTEST_MONTH = 28;
const LONGEST_MONTH = 31;

/**
 * RFC 5545 leaves out a month that has no 31st, and a February without a 29th. People who pay on the 31st pay in
 * February as well, so the rule takes the last of the days that the month has, up to the one it names.
 *
 * @param rule a valid RRULE without DTSTART
 */
export function keptInShortMonths(rule: string, anchor: WallClock): string {
  const parts = partsOf(rule);
  const day = namedDay(parts, anchor);
  if (day === undefined || day <= SHORTEST_MONTH || day > LONGEST_MONTH) return rule;
  const days = Array.from({ length: day - SHORTEST_MONTH + 1 }, (_, more) => SHORTEST_MONTH + more);
  parts.set('BYMONTHDAY', days.join(',')).set('BYSETPOS', '-1');
  if (parts.get('FREQ') === 'YEARLY') parts.set('BYMONTH', '2');
  return [...parts].map((part) => part.join('=')).join(';');
}

const MONTHLY = new Set(['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'WKST', 'BYMONTHDAY']);
const YEARLY = new Set([...MONTHLY, 'BYMONTH']);

/** The one day of the month that a monthly rule has, or one for each 29 February; undefined for all other rules. */
function namedDay(parts: ReadonlyMap<string, string>, anchor: WallClock): number | undefined {
  const frequency = parts.get('FREQ');
  const known = frequency === 'MONTHLY' ? MONTHLY : frequency === 'YEARLY' ? YEARLY : undefined;
  if (known === undefined || ![...parts.keys()].every((name) => known.has(name))) return undefined;
  const [, month = '', day = ''] = dayOf(anchor).split('-');
  const named = parts.get('BYMONTHDAY') ?? String(Number(day));
  if (frequency === 'MONTHLY') return /^\d+$/.test(named) ? Number(named) : undefined;
  const isLeapDay = named === '29' && (parts.get('BYMONTH') ?? String(Number(month))) === '2';
  return isLeapDay ? 29 : undefined;
}
