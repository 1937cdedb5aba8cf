import type { Weekday } from './facts.ts';

/** What people of one language do differently from place to place. */
export interface Conventions {
  /** How 3/4 is read: in March, or on the 3rd. `unknown`: both are as good. */
  dayMonth: 'month_first' | 'day_first' | 'unknown';
  weekStart: Weekday;
}

/** Where English without a place (`en`) is written as in the United States. */
const AS_IN_AMERICA =
  /^(?:US\/|America\/(?:New_York|Chicago|Denver|Los_Angeles|Phoenix|Anchorage|Detroit|Boise|Juneau|Sitka|Nome|Metlakatla|Yakutat|Menominee|Adak|Puerto_Rico|Indiana\/|Kentucky\/|North_Dakota\/)|Pacific\/(?:Honolulu|Guam|Pago_Pago)|Asia\/Manila)/;
const OF_NO_PLACE = /^(?:UTC|GMT|Z$|Etc\/|[+-]\d)/;

/** Regions that write the month before the day, whatever the language. */
const MONTH_FIRST_REGIONS: readonly string[] = ['US', 'PH', 'CN', 'JP', 'KR', 'TW', 'HK', 'CA'];
const SUNDAY: Weekday = 7;
const MONDAY: Weekday = 1;

/**
 * A region in the locale decides (`en-GB`); with `en` alone the zone does: as in America in its zones, as in most of the
 * world elsewhere, and where the zone is of no place (`UTC`) both orders are as good. Chinese and Japanese write the
 * month first, and their weeks begin on Monday, as people say 下周 and 来週.
 */
export function conventionsOf(locale: string, zone: string): Conventions {
  const { language, region } = parsed(locale);
  if (language !== 'en') return { dayMonth: 'month_first', weekStart: MONDAY };
  if (region !== undefined) {
    const isMonthFirst = MONTH_FIRST_REGIONS.includes(region);
    return { dayMonth: isMonthFirst ? 'month_first' : 'day_first', weekStart: weekStartOf(region) };
  }
  if (AS_IN_AMERICA.test(zone)) return { dayMonth: 'month_first', weekStart: SUNDAY };
  return { dayMonth: OF_NO_PLACE.test(zone) ? 'unknown' : 'day_first', weekStart: MONDAY };
}

function parsed(locale: string): { language: string; region: string | undefined } {
  try {
    const { language, region } = new Intl.Locale(locale);
    return { language, region };
  } catch {
    return { language: 'en', region: undefined };
  }
}

const SUNDAY_REGIONS: readonly string[] = ['US', 'CA', 'PH', 'IN', 'ZA', 'SG', 'HK', 'IL', 'KE', 'PK', 'JM'];
const weekStartOf = (region: string): Weekday => (SUNDAY_REGIONS.includes(region) ? SUNDAY : MONDAY);
