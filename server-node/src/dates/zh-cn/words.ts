import type { ClockFact, PartOfDay, Weekday } from '../facts.ts';

/** How many days from today. */
export const DAYS: Readonly<Record<string, number>> = {
  今天: 0,
  今日: 0,
  今儿: 0,
  今儿个: 0,
  明天: 1,
  明日: 1,
  明儿: 1,
  明儿个: 1,
  今明两天: 1,
  明后天: 2,
  明后两天: 2,
  后天: 2,
  后日: 2,
  大后天: 3,
};

/** Days and parts of them in one word: how many days from today, and the part. */
export const PARTS_OF_DAYS: Readonly<Record<string, readonly [number, PartOfDay]>> = {
  今早: [0, 'morning'],
  今晨: [0, 'morning'],
  今晚: [0, 'evening'],
  今夜: [0, 'night'],
  明早: [1, 'morning'],
  明晨: [1, 'morning'],
  明晚: [1, 'evening'],
};

export const PARTS: Readonly<Record<string, PartOfDay>> = {
  凌晨: 'dawn',
  大清早: 'morning',
  清晨: 'morning',
  清早: 'morning',
  早晨: 'morning',
  早上: 'morning',
  上午: 'morning',
  一早: 'morning',
  一大早: 'morning',
  中午: 'noon',
  正午: 'noon',
  下午: 'afternoon',
  午后: 'afternoon',
  傍晚: 'evening',
  黄昏: 'evening',
  晚上: 'evening',
  晚间: 'evening',
  夜晚: 'evening',
  夜里: 'night',
  夜间: 'night',
  深夜: 'night',
  半夜: 'night',
  午夜: 'midnight',
};

/** One sign only, so they count beside a day or an hour: `周五晚`, `晚8点`. */
export const SHORT_PARTS: Readonly<Record<string, PartOfDay>> = { 早: 'morning', 晚: 'evening' };

/** Hours that have a name. Whoever says "before the end of work" means six in the evening. */
export const NAMED_HOURS: Readonly<Record<string, ClockFact>> = {
  零点: { hour: 0, minute: 0 },
  下班前: { hour: 18, minute: 0 },
  下班之前: { hour: 18, minute: 0 },
  午饭前: { hour: 12, minute: 0 },
  午饭后: { hour: 13, minute: 0 },
};

export const WEEKDAYS: Readonly<Record<string, Weekday>> = {
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  日: 7,
  天: 7,
  1: 1,
  2: 2,
  3: 3,
  4: 4,
  5: 5,
  6: 6,
  7: 7,
};
export const WEEK = '(?:周|星期|礼拜)';
export const WORKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5];

/** Holidays of one date, which count with 前 or 当天 behind them: month and day. Those of the moon are not read. */
export const HOLIDAYS: Readonly<Record<string, readonly [number, number]>> = {
  元旦: [1, 1],
  情人节: [2, 14],
  妇女节: [3, 8],
  劳动节: [5, 1],
  五一: [5, 1],
  儿童节: [6, 1],
  教师节: [9, 10],
  国庆节: [10, 1],
  国庆: [10, 1],
  双十一: [11, 11],
  平安夜: [12, 24],
  圣诞节: [12, 25],
  圣诞: [12, 25],
};

/** Lengths of time, by the word for one. */
export const MINUTES_OF: Readonly<Record<string, number>> = {
  分钟: 1,
  分: 1,
  刻钟: 15,
  小时: 60,
  个小时: 60,
  钟头: 60,
  个钟头: 60,
  钟: 60,
};
export const DAYS_OF: Readonly<Record<string, 'days' | 'weeks' | 'months' | 'years'>> = {
  天: 'days',
  日: 'days',
  周: 'weeks',
  星期: 'weeks',
  个星期: 'weeks',
  礼拜: 'weeks',
  个礼拜: 'weeks',
  个周: 'weeks',
  个月: 'months',
  年: 'years',
};

/** Traditional signs in words of time, each as its simplified one. */
const TRADITIONAL: Readonly<Record<string, string>> = {
  週: '周',
  後: '后',
  點: '点',
  個: '个',
  兩: '两',
  禮: '礼',
  號: '号',
  時: '时',
  鐘: '钟',
  這: '这',
  從: '从',
  頭: '头',
  內: '内',
  開: '开',
  裡: '里',
};
const TRADITIONAL_SIGN = new RegExp(`[${Object.keys(TRADITIONAL).join('')}]`, 'g');

/** Of the same length as the line. */
export const simplified = (line: string): string =>
  line.replace(TRADITIONAL_SIGN, (sign) => TRADITIONAL[sign] ?? sign);

/** The signs with which these words begin. */
export const beginOf = (words: Iterable<string>): string =>
  [...new Set([...words].map((word) => word.charAt(0)))].join('');
