const MINUTES = { minute: 1, hour: 60, day: 24 * 60, week: 7 * 24 * 60 } as const;

/** How people write units, in each language, behind a number. */
const UNITS: readonly (readonly [keyof typeof MINUTES, string])[] = [
  ['minute', 'min|mins|minutes?|m|分钟|分鐘|分'],
  ['hour', 'h|hrs?|hours?|个?小时|小時|個?小時|時間'],
  ['day', 'd|days?|天|日'],
  ['week', 'w|weeks?|周|星期|週間'],
];
const BEFORE = [
  (unit: string) =>
    `(\\d{1,6})\\s*(?:${unit})\\s*(?:before|earlier|ahead|in advance|之?前|前に?)(?: it(?: is|'s)? due)?`,
  (unit: string) => `提前\\s*(\\d{1,6})\\s*(?:${unit})`,
];

/** `30 minutes before`, `提前10分钟`, `1時間前`; undefined for other words. */
export function minutesBefore(words: string): number | undefined {
  const folded = words.normalize('NFKC').trim().toLowerCase();
  if (folded.length > 60) return undefined;
  for (const [unit, spelt] of UNITS) {
    for (const pattern of BEFORE) {
      const [, count] = new RegExp(`^(?:${pattern(spelt)})$`, 'u').exec(folded) ?? [];
      if (count !== undefined) return Number(count) * MINUTES[unit];
    }
  }
  return undefined;
}
