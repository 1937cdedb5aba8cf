interface Manner {
  now: number;
  locale: string;
  /** `undefined`: the browser's. */
  timeZone: string | undefined;
  is24h: boolean;
  words: { today(time: string): string; yesterday(time: string): string };
}

const DAY_MS = 86_400_000;

/** "Today, 15:02", "Yesterday, 17:00", else weekday and date; the year only when it is another one. */
export function sayMoment(at: number, manner: Manner): string {
  const day = dayOf(at, manner);
  if (day === dayOf(manner.now, manner)) return manner.words.today(timeOf(at, manner));
  if (day === dayOf(manner.now - DAY_MS, manner)) return manner.words.yesterday(timeOf(at, manner));
  const isThisYear = day.slice(0, 4) === dayOf(manner.now, manner).slice(0, 4);
  return format(at, manner, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    ...(isThisYear ? {} : { year: 'numeric' }),
  });
}

/** `2026-11-27` in the person's zone. */
function dayOf(at: number, manner: Manner): string {
  return format(at, { ...manner, locale: 'en-CA' }, { year: 'numeric', month: '2-digit', day: '2-digit' });
}

function timeOf(at: number, manner: Manner): string {
  const clock = manner.is24h ? { hourCycle: 'h23' as const } : {};
  return format(at, manner, { hour: manner.is24h ? '2-digit' : 'numeric', minute: '2-digit', ...clock });
}

/** Formatters are slow to make; a list of done to-dos needs the same few again and again. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function format(at: number, { locale, timeZone }: Manner, options: Intl.DateTimeFormatOptions): string {
  const key = JSON.stringify([locale, timeZone, options]);
  const formatter =
    formatters.get(key) ??
    new Intl.DateTimeFormat(locale, { ...options, ...(timeZone === undefined ? {} : { timeZone }) });
  formatters.set(key, formatter);
  return formatter.format(at);
}
