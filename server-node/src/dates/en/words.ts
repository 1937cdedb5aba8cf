import type { PartOfDay, Weekday } from '../facts.ts';
import { anyOf } from '../patterns.ts';

export const WEEKDAYS: Readonly<Record<string, Weekday>> = {
  monday: 1,
  mon: 1,
  tuesday: 2,
  tues: 2,
  tue: 2,
  wednesday: 3,
  weds: 3,
  wed: 3,
  thursday: 4,
  thurs: 4,
  thur: 4,
  thu: 4,
  friday: 5,
  fri: 5,
  saturday: 6,
  sat: 6,
  sunday: 7,
  sun: 7,
};

/** These are other words, too: they need a particle, a time beside them, or the end of the line. */
export const WEEKDAYS_WITH_OTHER_MEANINGS: readonly string[] = ['mon', 'wed', 'sat', 'sun'];

export const MONTHS: Readonly<Record<string, number>> = {
  january: 1,
  jan: 1,
  february: 2,
  feb: 2,
  march: 3,
  mar: 3,
  april: 4,
  apr: 4,
  may: 5,
  june: 6,
  jun: 6,
  july: 7,
  jul: 7,
  august: 8,
  aug: 8,
  september: 9,
  sept: 9,
  sep: 9,
  october: 10,
  oct: 10,
  november: 11,
  nov: 11,
  december: 12,
  dec: 12,
};

/** "May 5 people come?", "ask Jan 2 questions". */
export const MONTHS_WITH_OTHER_MEANINGS: readonly string[] = ['may', 'jan'];

export const NUMBERS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  'a couple of': 2,
  'a couple': 2,
  'couple of': 2,
  couple: 2,
  three: 3,
  'a few': 3,
  few: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fourteen: 14,
  fifteen: 15,
  twenty: 20,
  'twenty-five': 25,
  thirty: 30,
  forty: 40,
  'forty-five': 45,
  sixty: 60,
  ninety: 90,
};

export const ORDINALS: Readonly<Record<string, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
  eleventh: 11,
  twelfth: 12,
  thirteenth: 13,
  fourteenth: 14,
  fifteenth: 15,
  sixteenth: 16,
  seventeenth: 17,
  eighteenth: 18,
  nineteenth: 19,
  twentieth: 20,
  'twenty-first': 21,
  'twenty-fifth': 25,
  thirtieth: 30,
  'thirty-first': 31,
  last: -1,
};

export const TOMORROW = anyOf([
  'tomorrow',
  'tommorow',
  'tommorrow',
  'tomorow',
  'tmrw',
  'tmr',
  'tmw',
  'tmmrw',
  'tomrw',
  'tommorrow',
  'tomoz',
  '2moz',
  '2moro',
  '2morrow',
  '2mrw',
  '2mro',
]);

export const PARTS: Readonly<Record<string, PartOfDay>> = {
  morning: 'morning',
  morn: 'morning',
  afternoon: 'afternoon',
  arvo: 'afternoon',
  evening: 'evening',
  night: 'night',
  nite: 'night',
};

/** Minutes of a unit that the watch counts. */
export const MINUTES_OF: Readonly<Record<string, number>> = {
  m: 1,
  min: 1,
  mins: 1,
  minute: 1,
  minutes: 1,
  h: 60,
  hr: 60,
  hrs: 60,
  hour: 60,
  hours: 60,
};

type UnitOfDays = 'days' | 'weeks' | 'months' | 'years';

export const DAYS_OF: Readonly<Record<string, readonly [UnitOfDays, number]>> = {
  d: ['days', 1],
  day: ['days', 1],
  days: ['days', 1],
  night: ['days', 1],
  nights: ['days', 1],
  w: ['weeks', 1],
  wk: ['weeks', 1],
  wks: ['weeks', 1],
  week: ['weeks', 1],
  weeks: ['weeks', 1],
  fortnight: ['weeks', 2],
  fortnights: ['weeks', 2],
  mo: ['months', 1],
  mos: ['months', 1],
  mth: ['months', 1],
  mths: ['months', 1],
  month: ['months', 1],
  months: ['months', 1],
  quarter: ['months', 3],
  quarters: ['months', 3],
  yr: ['years', 1],
  yrs: ['years', 1],
  year: ['years', 1],
  years: ['years', 1],
};

/** Holidays of one date, read behind a particle: `before christmas`. Written without apostrophes. Month and day. */
export const HOLIDAYS: Readonly<Record<string, readonly [number, number]>> = {
  'new years eve': [12, 31],
  nye: [12, 31],
  'new years': [1, 1],
  'the new year': [1, 1],
  'new year': [1, 1],
  'australia day': [1, 26],
  valentines: [2, 14],
  'st patricks': [3, 17],
  'april fools': [4, 1],
  'anzac day': [4, 25],
  juneteenth: [6, 19],
  'canada day': [7, 1],
  'independence day': [7, 4],
  halloween: [10, 31],
  'bonfire night': [11, 5],
  'veterans day': [11, 11],
  'christmas eve': [12, 24],
  'xmas eve': [12, 24],
  christmas: [12, 25],
  xmas: [12, 25],
  'boxing day': [12, 26],
};
/** In any spelling: `New Year's Eve`, `new years eve`. */
export const HOLIDAY = anyOf(Object.keys(HOLIDAYS).map((name) => name.replace(/s(?= |$)/g, "['’]?s")));

export const WORKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5];

export const WEEKDAY = anyOf(Object.keys(WEEKDAYS));
export const MONTH = anyOf(Object.keys(MONTHS));
export const NUMBER = anyOf(['\\d{1,4}', ...Object.keys(NUMBERS)]);
export const ORDINAL = anyOf(['\\d{1,2}(?:st|nd|rd|th)', ...Object.keys(ORDINALS)]);
export const PART = anyOf(Object.keys(PARTS));

/** What needs a day right before it, as the hour in `tomorrow 9.30`. */
export const BEHIND_A_DAY =
  `(?<=(?<![\\p{L}\\p{N}])(?:today|ton(?:ight|ite)|${TOMORROW}|${WEEKDAY}s?|${MONTH} \\d{1,2}(?:st|nd|rd|th)?|` +
  `\\d{1,2}(?:st|nd|rd|th)? ${MONTH}|\\d{1,2}(?:st|nd|rd|th))(?: ${PART})?,? )`;
/** What needs a day right behind it, as the hour in `8.15 mon`. */
export const BEFORE_A_DAY = `(?=,? (?:on |${PART} )?(?:today|${TOMORROW}|${WEEKDAY})(?![\\p{L}\\p{N}]))`;

export const weekdayOf = (word: string): Weekday => WEEKDAYS[word] ?? 1;
export const monthOf = (word: string): number => MONTHS[word] ?? 1;
export const partOf = (word: string): PartOfDay => PARTS[word] ?? 'morning';

export function numberOf(word: string): number {
  const digits = /^\d+(?:[.,]\d+)?/.exec(word)?.[0].replace(',', '.');
  return digits === undefined ? (NUMBERS[word] ?? ORDINALS[word] ?? 1) : Number(digits);
}
