const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Formatters are slow to make, and a list asks the same one for each row. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known !== undefined) return known;
  const parts = {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  } as const;
  const formatter = new Intl.DateTimeFormat('en-CA', { ...parts, hourCycle: 'h23', timeZone: zone });
  formatters.set(zone, formatter);
  return formatter;
}

/** What a clock on the wall of an IANA zone shows, such as `2026-12-04T17:00`. */
export function wallClockAt(at: number, zone: string): string {
  const parts = Object.fromEntries(
    formatterOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  const { year = '', month = '', day = '', hour = '', minute = '' } = parts;
  return `${year.padStart(4, '0')}-${month}-${day}T${hour}:${minute}`;
}

export const dayAt = (at: number, zone: string): string => wallClockAt(at, zone).slice(0, 10);

export const plusDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

/** 0 is Sunday. */
export const weekdayOf = (day: string): number => new Date(`${day}T00:00Z`).getUTCDay();

export const isDay = (due: string): boolean => !due.includes('T');

/**
 * When a wall clock is over: a minute itself, a day with the midnight that ends it. A minute that does not exist in
 * spring is taken an hour later, and of the two in autumn the first, as the backend does it.
 */
export function momentOf(due: string, zone: string): number {
  const wall = isDay(due) ? `${plusDays(due, 1)}T00:00` : due;
  const asUtc = Date.parse(`${wall}Z`);
  const offsetAt = (at: number) => Date.parse(`${wallClockAt(at, zone)}Z`) - Math.floor(at / 60_000) * 60_000;
  const [before, after] = [offsetAt(asUtc - DAY_MS), offsetAt(asUtc + DAY_MS)];
  const found = [asUtc - before, asUtc - after].filter((at) => wallClockAt(at, zone) === wall);
  return found.length > 0 ? Math.min(...found) : asUtc - before;
}

/** The midnight that ends the day on which a moment is. */
export const dayEndsAt = (at: number, zone: string): number => momentOf(dayAt(at, zone), zone);
