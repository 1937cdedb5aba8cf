import type { RepeatFrom } from '../../contract/vocabulary.ts';
import { areWorkdays, type RuleParts } from './rule-parts.ts';
import { format, type WhenWords } from './when-words.ts';

const SIGNS = ['一', '二', '三', '四', '五', '六', '日'];
const ORDINALS = ['', '一', '二', '三', '四', '五'];
const NEAR = new Map([
  [-1, '昨天'],
  [0, '今天'],
  [1, '明天'],
  [2, '后天'],
]);
const UNITS = { day: '天', week: '周', month: '个月', year: '年' };

const weekday = format('zh-CN', { weekday: 'short' });
const monthAndDay = format('zh-CN', { month: 'long', day: 'numeric' });
const withYearToo = format('zh-CN', { year: 'numeric', month: 'long', day: 'numeric' });

const signOf = (day: number): string => SIGNS[day - 1] ?? '';
const dayOfMonth = (day: number): string =>
  day === -1 ? '最后一天' : day < 0 ? `倒数第${ORDINALS[-day] ?? -day}天` : `${day}日`;
const which = (nth: number): string =>
  nth === -1 ? '最后一个' : nth < 0 ? `倒数第${ORDINALS[-nth] ?? -nth}个` : `第${ORDINALS[nth] ?? nth}个`;

function ruleWords(parts: RuleParts, from: RepeatFrom): string {
  const { count, until } = parts;
  const said = `${from === 'done' ? '完成后' : ''}${whatOf(parts)}`;
  if (count !== undefined) return `${said}，共${count}次`;
  return until === undefined ? said : `${said}，直到${withYearToo(until)}`;
}

function whatOf(parts: RuleParts): string {
  const { every, interval } = parts;
  const so = interval === 1 ? `每${every === 'month' ? '月' : UNITS[every]}` : `每${interval}${UNITS[every]}`;
  if (every === 'week') return weekly(parts, so);
  const days = daysOf(parts);
  return interval > 1 && days !== '' ? `${so}的${days}` : `${so}${days}`;
}

function weekly(parts: RuleParts, so: string): string {
  const { interval, weekdays } = parts;
  if (weekdays.length === 0) return so;
  const signs = weekdays.map((one) => signOf(one.weekday)).join('');
  if (interval > 1) return `${so}周${signs}`;
  return areWorkdays(parts) ? '每个工作日' : `每周${signs}`;
}

function daysOf(parts: RuleParts): string {
  const { weekdays, position, monthDays, months } = parts;
  const inMonths = months.map((month) => `${month}月`).join('、');
  if (position !== undefined)
    return `${inMonths}${which(position)}${areWorkdays(parts) ? '工作日' : setOf(parts)}`;
  if (weekdays.length > 0) {
    const named = weekdays.map(
      ({ weekday: day, nth }) => `${nth === undefined ? '' : which(nth)}周${signOf(day)}`,
    );
    return `${inMonths}${named.join('和')}`;
  }
  return `${inMonths}${monthDays.map(dayOfMonth).join('、')}`;
}

const setOf = ({ weekdays }: RuleParts): string => `周${weekdays.map((one) => signOf(one.weekday)).join('')}`;

export const zhCnWords: WhenWords = {
  near: (days) => NEAR.get(days),
  weekday,
  day: (day, withYear) => (withYear ? withYearToo(day) : `${monthAndDay(day)} ${weekday(day)}`),
  at: (day, time) => `${day} ${time}`,
  half: (time, isAfternoon) => `${isAfternoon ? '下午' : '上午'}${time}`,
  rule: ruleWords,
};
