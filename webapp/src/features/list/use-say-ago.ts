import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { useListClock } from './list-clock.ts';

const MINUTE_MS = 60_000;
const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['day', 1_440 * MINUTE_MS],
  ['hour', 60 * MINUTE_MS],
  ['minute', MINUTE_MS],
];

/** "2 hours ago", "yesterday", "now". */
export function useSayAgo(): (at: number) => string {
  const { locale } = useIntl();
  const { now } = useListClock().manner;
  return useMemo(() => {
    const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
    return (at) => {
      const passed = Math.max(0, now - at);
      const [unit, unitMs] = UNITS.find(([, ms]) => passed >= ms) ?? ['second' as const, MINUTE_MS];
      return format.format(-Math.floor(passed / unitMs), unit);
    };
  }, [locale, now]);
}
