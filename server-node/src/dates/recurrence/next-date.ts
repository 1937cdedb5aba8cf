import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import { isDay, type WallClock } from '../moment-of.ts';
import { keptInShortMonths } from './kept-in-short-months.ts';

/** An RRULE without DTSTART, and the first date, from which all others follow. */
export interface Recurrence {
  rule: string;
  anchor: WallClock;
}

/** Days in eight years: 29 February may be so far away. More is looked through in no time that a person would wait. */
const MOST_STEPS = 3_000;

/**
 * The first date of the rule after `after`; a day counts from its beginning. Reckoned on wall clocks, of no zone: a
 * minute that does not exist in spring is an occurrence as well, which `momentOf` takes an hour later, and a month that
 * has no 31st has that occurrence on its last day.
 *
 * @returns null when the rule has ended, or never comes
 * @throws {Error} when it is no rule
 */
export function nextDate({ rule, anchor }: Recurrence, after: WallClock): WallClock | null {
  const next = stepAfter(ruleFrom(rule, anchor), toFloating(after));
  return next === null ? null : next.toString().slice(0, isDay(anchor) ? 10 : 16);
}

/** The library knows dates of a zone only; this one has no changes of its clock. */
const FLOATING = 'UTC';

const toFloating = (wallClock: WallClock) => Temporal.PlainDateTime.from(wallClock).toZonedDateTime(FLOATING);

function ruleFrom(rule: string, anchor: WallClock): RRuleTemporal {
  return new RRuleTemporal({
    rruleString: `RRULE:${keptInShortMonths(rule, anchor)}`,
    dtstart: toFloating(anchor),
    tzid: FLOATING,
    maxIterations: MOST_STEPS,
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
