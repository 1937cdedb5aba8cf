import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import { isDay, LAST_YEAR, type WallClock } from '../moment-of.ts';
import { keptInShortMonths } from './kept-in-short-months.ts';

/** An RRULE without DTSTART, and the first date, from which all others follow. */
export interface Recurrence {
  rule: string;
  anchor: WallClock;
}

/**
 * How many days, weeks, months or years are looked through: 29 February may be eight years away, on a Monday forty. All
 * others wait meanwhile, and of a year the library makes each date before it chooses among them.
 */
const MOST_STEPS: Readonly<Record<string, number>> = {
  DAILY: 3_000,
  WEEKLY: 1_500,
  MONTHLY: 600,
  YEARLY: 100,
};

/**
 * The first date of the rule after `after`; a day counts from its beginning. Reckoned on wall clocks, of no zone: a
 * minute that does not exist in spring is an occurrence as well, which `momentOf` takes an hour later, and a month that
 * has no 31st has that occurrence on its last day.
 *
 * @returns null when the rule has ended, never comes, or comes after the last year that is taken
 * @throws {Error} when it is no rule
 */
export function nextDate({ rule, anchor }: Recurrence, after: WallClock): WallClock | null {
  const next = stepAfter(ruleFrom(rule, anchor), toFloating(after));
  return next === null || next.year > LAST_YEAR ? null : next.toString().slice(0, isDay(anchor) ? 10 : 16);
}

/** The library knows dates of a zone only; this one has no changes of its clock. */
const FLOATING = 'UTC';

const toFloating = (wallClock: WallClock) => Temporal.PlainDateTime.from(wallClock).toZonedDateTime(FLOATING);

function ruleFrom(rule: string, anchor: WallClock): RRuleTemporal {
  return new RRuleTemporal({
    rruleString: `RRULE:${keptInShortMonths(rule, anchor)}`,
    dtstart: toFloating(anchor),
    tzid: FLOATING,
    maxIterations: MOST_STEPS[/FREQ=(\w+)/.exec(rule)?.[1] ?? ''] ?? 1,
    temporal: Temporal,
  });
}

/** The library throws where it gives up. */
function stepAfter(rule: RRuleTemporal, after: Temporal.ZonedDateTime): Temporal.PlainDateTime | null {
  try {
    return rule.next(after)?.toPlainDateTime() ?? null;
  } catch (error) {
    if (/maximum/i.test(String(error))) return null;
    throw error;
  }
}
