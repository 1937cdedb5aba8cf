/** So many minutes, and how people write the unit behind a number, in each language. */
const UNITS: readonly (readonly [minutes: number, spelt: string])[] = [
  [1, 'min|mins|minutes?|m|分钟|分鐘|分'],
  [60, 'h|hrs?|hours?|个?小时|小時|個?小時|時間'],
  [24 * 60, 'd|days?|天|日'],
  [7 * 24 * 60, 'w|weeks?|周|星期|週間'],
];
const BEFORE = [
  (unit: string) =>
    `(\\d{1,6})\\s*(?:${unit})\\s*(?:before|earlier|ahead|in advance|之?前|前に?)(?: it(?: is|'s)? due)?`,
  (unit: string) => `提前\\s*(\\d{1,6})\\s*(?:${unit})`,
];
const PATTERNS = UNITS.flatMap(([minutes, spelt]) =>
  BEFORE.map((before) => ({ pattern: new RegExp(`^(?:${before(spelt)})$`, 'u'), minutes })),
);

/** `30 minutes before`, `提前10分钟`, `1時間前`; undefined for other words. */
export function minutesBefore(words: string): number | undefined {
  const folded = words.normalize('NFKC').trim().toLowerCase();
  if (folded.length > 60) return undefined;
  for (const { pattern, minutes } of PATTERNS) {
    const count = pattern.exec(folded)?.[1];
    if (count !== undefined) return Number(count) * minutes;
  }
  return undefined;
}
