import type { RepeatFrom } from '../../contract/vocabulary.ts';
import { areWorkdays, type RuleParts } from './rule-parts.ts';
import { format, type WhenWords } from './when-words.ts';

const SIGNS = ['月', '火', '水', '木', '金', '土', '日'];
const NEAR = new Map([
  [-1, '昨日'],
  [0, '今日'],
  [1, '明日'],
  [2, '明後日'],
]);
const EACH = { day: '毎日', week: '毎週', month: '毎月', year: '毎年' };
const UNITS = { day: '日', week: '週間', month: 'か月', year: '年' };

const monthAndDay = format('ja', { month: 'long', day: 'numeric' });
const withYearToo = format('ja', { year: 'numeric', month: 'long', day: 'numeric' });
const sign = format('ja', { weekday: 'short' });

const nameOf = (day: number): string => `${SIGNS[day - 1] ?? ''}曜`;
const dayOfMonth = (day: number): string =>
  day === -1 ? '末日' : day < 0 ? `末日の${-1 - day}日前` : `${day}日`;
const which = (nth: number): string => (nth === -1 ? '最終' : nth < 0 ? `最後から${-nth}番目の` : `第${nth}`);

function ruleWords(parts: RuleParts, from: RepeatFrom): string {
  const { count, until } = parts;
  const said = `${from === 'done' ? '完了から' : ''}${whatOf(parts)}`;
  if (count !== undefined) return `${said}（${count}回）`;
  return until === undefined ? said : `${said}（${withYearToo(until)}まで）`;
}

function whatOf(parts: RuleParts): string {
  const { every, interval } = parts;
  if (every === 'week' && interval === 1 && areWorkdays(parts)) return '毎平日';
  const days = daysOf(parts);
  if (interval === 1) return `${EACH[every]}${days}`;
  return `${interval}${UNITS[every]}ごと${days === '' ? '' : `の${days}`}`;
}

function daysOf(parts: RuleParts): string {
  const { every, weekdays, position, monthDays, months } = parts;
  const inMonths = months.map((month) => `${month}月`).join('・');
  const named = weekdays.map(
    ({ weekday, nth }) => `${nth === undefined ? '' : which(nth)}${nameOf(weekday)}`,
  );
  if (position !== undefined) {
    return `${inMonths}${which(position)}${areWorkdays(parts) ? '平日' : named.join('・')}`;
  }
  const [first] = weekdays;
  if (first?.nth !== undefined && weekdays.every(({ weekday }) => weekday === first.weekday)) {
    return `${inMonths}${weekdays.map(({ nth }) => which(nth ?? 1)).join('・')}${nameOf(first.weekday)}`;
  }
  if (every === 'week' || weekdays.length > 0) return `${inMonths}${named.join('・')}`;
  return `${inMonths}${monthDays.map(dayOfMonth).join('・')}`;
}

export const jaWords: WhenWords = {
  near: (days) => NEAR.get(days),
  weekday: (day) => `${sign(day)}曜`,
  day: (day, withYear) => `${withYear ? withYearToo(day) : monthAndDay(day)}(${sign(day)})`,
  at: (day, time) => `${day} ${time}`,
  half: (time, isAfternoon) => `${isAfternoon ? '午後' : '午前'}${time}`,
  rule: ruleWords,
};
