import { dayOf, type WallClock } from '../moment-of.ts';
import { partsOf } from './rule-text.ts';

const SHORTEST_MONTH = 28;

/** Of several days past the 28th no rule can say that each has a last day of its own in a shorter month. */
export const areKeptInShortMonths = (monthDays: readonly number[]): boolean =>
  monthDays.every((day) => day > 0) && monthDays.filter((day) => day > SHORTEST_MONTH).length === 1;

/**
 * RFC 5545 leaves out a month that has no 31st, and a February without a 29th. People who pay on the 31st pay in
 * February as well, so the rule takes the last of the days that the month has, up to the one it names. The days before
 * it, as in "the 1st and the 31st", are the first ones of the set from which that last one is taken.
 *
 * @param rule a valid RRULE without DTSTART
 */
export function keptInShortMonths(rule: string, anchor: WallClock): string {
  const parts = partsOf(rule);
  const named = namedDays(parts, anchor);
  if (named === undefined || !areKeptInShortMonths(named)) return rule;
  const before = [...new Set(named)].sort((a, b) => a - b).slice(0, -1);
  const last = Math.max(...named);
  const mayBeLast = Array.from({ length: last - SHORTEST_MONTH + 1 }, (_, more) => SHORTEST_MONTH + more);
  const places = [...before.map((_, index) => index + 1), -1];
  parts
    .set('BYMONTHDAY', [...new Set([...before, ...mayBeLast])].join(','))
    .set('BYSETPOS', places.join(','));
  if (parts.get('FREQ') === 'YEARLY') parts.set('BYMONTH', '2');
  return [...parts].map((part) => part.join('=')).join(';');
}

const MONTHLY = new Set(['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'WKST', 'BYMONTHDAY']);
const YEARLY = new Set([...MONTHLY, 'BYMONTH']);

/** The days of the month that a monthly rule has, or one for each 29 February; undefined for all other rules. */
function namedDays(parts: ReadonlyMap<string, string>, anchor: WallClock): readonly number[] | undefined {
  const frequency = parts.get('FREQ');
  const known = frequency === 'MONTHLY' ? MONTHLY : frequency === 'YEARLY' ? YEARLY : undefined;
  if (known === undefined || ![...parts.keys()].every((name) => known.has(name))) return undefined;
  const [, month = '', day = ''] = dayOf(anchor).split('-');
  const named = parts.get('BYMONTHDAY') ?? String(Number(day));
  if (frequency === 'MONTHLY') return named.split(',').map(Number);
  const isLeapDay = named === '29' && (parts.get('BYMONTH') ?? String(Number(month))) === '2';
  return isLeapDay ? [29] : undefined;
}
