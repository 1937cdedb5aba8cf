import type { RepeatFrom } from '../../contract/vocabulary.ts';
import { areWorkdays, type RuleParts } from './rule-parts.ts';
import { format, type WhenWords } from './when-words.ts';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const NEAR = new Map([
  [-1, 'yesterday'],
  [0, 'today'],
  [1, 'tomorrow'],
]);

const weekday = format('en', { weekday: 'short' });
const dayOfThisYear = format('en', { weekday: 'short', month: 'short', day: 'numeric' });
const dayOfYear = format('en', { month: 'short', day: 'numeric', year: 'numeric' });

const list = (items: readonly string[]): string =>
  items.length < 2 ? items.join() : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;

const nameOf = (weekdayNumber: number): string => WEEKDAYS[weekdayNumber - 1] ?? '';
const monthOf = (month: number): string => MONTHS[month - 1] ?? '';
const ordinal = (day: number): string => {
  const suffix = { 1: 'st', 2: 'nd', 3: 'rd' }[day % 10];
  return `${day}${suffix === undefined || (day > 10 && day < 14) ? 'th' : suffix}`;
};
const which = (nth: number): string =>
  nth === -1 ? 'last' : nth < 0 ? `${ordinal(-nth)} last` : ordinal(nth);

function ruleWords(parts: RuleParts, from: RepeatFrom): string {
  const { count, until } = parts;
  const said = `${from === 'done' ? 'every!' : 'every'} ${whatOf(parts)}`;
  if (count !== undefined) return `${said} ${count} times`;
  return until === undefined ? said : `${said} until ${dayOfYear(until)}`;
}

function whatOf(parts: RuleParts): string {
  const { every, interval } = parts;
  const days = daysOf(parts);
  if (days === '') return interval === 1 ? every : `${interval} ${every}s`;
  if (interval > 1) return `${interval} ${every}s on ${days === 'weekday' ? 'weekdays' : days}`;
  return every === 'week' || isByWeekday(parts) || every === 'year'
    ? days.replace(/^the /, '')
    : `month on ${days}`;
}

const isByWeekday = ({ weekdays, months }: RuleParts): boolean => weekdays.length > 0 && months.length === 0;

function daysOf(parts: RuleParts): string {
  const { every, weekdays, position, monthDays, months } = parts;
  const months_ = list(months.map(monthOf));
  if (weekdays.length > 0) {
    const of = months_ === '' ? '' : ` of ${months_}`;
    if (position !== undefined) return `the ${which(position)} ${setOf(parts)}${of}`;
    if (every === 'week') return setOf(parts);
    return `${list(weekdays.map(({ weekday: day, nth }) => `the ${nth === undefined ? '' : `${which(nth)} `}${nameOf(day)}`))}${of}`;
  }
  if (months.length > 0 && every === 'year') {
    return list(
      months.map((month) =>
        monthDays.length === 0
          ? monthOf(month)
          : `${monthOf(month)} ${list(monthDays.map((day) => (day === -1 ? 'last day' : String(day))))}`,
      ),
    );
  }
  return list(monthDays.map((day) => (day < 0 ? `the ${which(day)} day` : `the ${ordinal(day)}`)));
}

const setOf = (parts: RuleParts): string =>
  areWorkdays(parts) ? 'weekday' : list(parts.weekdays.map((one) => nameOf(one.weekday)));

export const enWords: WhenWords = {
  near: (days) => NEAR.get(days),
  weekday,
  day: (day, withYear) => (withYear ? dayOfYear(day) : dayOfThisYear(day)),
  at: (day, time) => `${day} ${time}`,
  half: (time, isAfternoon) => `${time} ${isAfternoon ? 'PM' : 'AM'}`,
  rule: ruleWords,
};
