import type { PartOfDay, Weekday } from '../facts.ts';
import { anyOf } from '../patterns.ts';

/** Days from today. */
export const DAYS = {
  今日: 0,
  本日: 0,
  きょう: 0,
  今日この後: 0,
  今日このあと: 0,
  明日: 1,
  あした: 1,
  あす: 1,
  明後日: 2,
  あさって: 2,
  明々後日: 3,
  明明後日: 3,
  しあさって: 3,
} as const;

/** What is over, and so is no due date. */
export const PAST_DAYS = [
  '一昨日',
  'おととい',
  '昨日',
  'きのう',
  '昨夜',
  '昨晩',
  'ゆうべ',
  '先日',
  '今朝',
  'けさ',
] as const;
export const PAST_PERIODS = [
  '先々週',
  '先週',
  '前週',
  '先々月',
  '先月',
  '前月',
  '一昨年',
  '昨年',
  '去年',
] as const;

/** Weeks after this one, which runs from Monday to Sunday. */
export const WEEKS = {
  今週: 0,
  来週: 1,
  次週: 1,
  再来週: 2,
  さ来週: 2,
  さらいしゅう: 2,
  再々来週: 3,
} as const;
export const MONTHS = { 今月: 0, 当月: 0, 来月: 1, 再来月: 2, さ来月: 2 } as const;
export const YEARS = { 今年: 0, 本年: 0, 来年: 1, 再来年: 2 } as const;

export const WEEKDAYS = { 月: 1, 火: 2, 水: 3, 木: 4, 金: 5, 土: 6, 日: 7 } as const satisfies Record<
  string,
  Weekday
>;

/** Before an hour, or alone; which hour they mean alone stands in parts-alone.ts. */
export const PARTS = {
  早朝: 'dawn',
  未明: 'dawn',
  明け方: 'dawn',
  朝イチ: 'morning',
  朝いち: 'morning',
  朝一番: 'morning',
  朝一: 'morning',
  朝方: 'morning',
  朝: 'morning',
  午前中: 'noon',
  午前: 'morning',
  お昼すぎ: 'afternoon',
  昼過ぎ: 'afternoon',
  昼すぎ: 'afternoon',
  お昼: 'noon',
  お昼休み: 'noon',
  昼休み: 'noon',
  昼間: 'noon',
  昼: 'noon',
  午後: 'afternoon',
  夕方: 'evening',
  夕: 'evening',
  夜: 'night',
  晩: 'night',
  深夜: 'midnight',
  真夜中: 'midnight',
  夜中: 'midnight',
} as const satisfies Record<string, PartOfDay>;

/** A day and a part of it in one word. */
export const DAYS_WITH_PART = {
  今夜: [0, 'night'],
  今晩: [0, 'night'],
  今夕: [0, 'evening'],
  明朝: [1, 'morning'],
  明晩: [1, 'night'],
} as const satisfies Record<string, readonly [number, PartOfDay]>;

/** Before a number of hours: which half of the day. */
export const HALVES = { 午前: 'am', AM: 'am', 午後: 'pm', PM: 'pm' } as const;

/** The first year of an era is its 1. */
export const YEAR_BEFORE_ERA = {
  令和: 2018,
  R: 2018,
  平成: 1988,
  H: 1988,
  昭和: 1925,
  S: 1925,
} as const;

/** Month and day. Holidays that move each year are not read. */
export const FEASTS = {
  元日: [1, 1],
  元旦: [1, 1],
  節分: [2, 3],
  バレンタインデー: [2, 14],
  バレンタイン: [2, 14],
  ひな祭り: [3, 3],
  ホワイトデー: [3, 14],
  こどもの日: [5, 5],
  七夕: [7, 7],
  ハロウィン: [10, 31],
  クリスマスイブ: [12, 24],
  クリスマス: [12, 25],
  大晦日: [12, 31],
  大みそか: [12, 31],
} as const;

/** As a pattern: any of these words, or of those that a table explains. */
export const oneOf = (words: Readonly<Record<string, unknown>> | readonly string[]): string =>
  anyOf(Array.isArray(words) ? (words as readonly string[]) : Object.keys(words));

/** What a table says of a word that its own pattern found. */
export function valueOf<Value>(table: Readonly<Record<string, Value>>, word: string): Value {
  const value = table[word] ?? table[word.toUpperCase()];
  if (value === undefined) throw new Error(`"${word}" stands in no table of words.`);
  return value;
}
