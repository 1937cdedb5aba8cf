import type { AfterFact, ClockFact, DayFact, PartOfDay, RepeatFact, Weekday, WrongDate } from '../facts.ts';
import type { Groups } from '../patterns.ts';

/** What one expression says, before its neighbours are known: 下个月 becomes a day with 第一个周一 behind it. */
export interface Said {
  day?: DayFact;
  year?: { year: number } | { years: number };
  month?: { month: number } | { months: number };
  /** Several months of a rule: 每年3月、9月. */
  months?: readonly number[];
  /** A day of a month. */
  of?: { day: number } | { nth: number; weekday: Weekday | 'workday' };
  /** Several days of the week: 周一至周五, 周六日. */
  weekdays?: readonly Weekday[];
  part?: PartOfDay;
  clock?: ClockFact;
  after?: AfterFact;
  repeat?: RepeatFact;
  refused?: WrongDate;
  /** The rule behind it counts from when the to-do is done. */
  fromDone?: true;
  /** Names what is over, as in 昨天的会议纪要, and so is no due date. */
  past?: true;
  /** How often a rule comes. */
  times?: number;
  /** Says nothing itself: 起, 一次. */
  filler?: true;
  /** The name of a thing, which holds words of time. */
  name?: true;
  /** A wide time, which also begins names of things: 下周计划. */
  wide?: true;
  /** What it has to stand beside to count. */
  needs?: 'day' | 'month' | 'clock' | 'edge' | 'repeat';
  /** It also begins other words, as 周日 does 周日语课: a word has to end with it. */
  endsWord?: true;
}

/**
 * One way to say something: a sticky pattern, and what it says with the words that follow; undefined when it says
 * nothing after all.
 */
export interface Rule {
  pattern: RegExp;
  read: (groups: Groups, behind: string) => Said | undefined;
}

/** Rules whose words begin with one of these signs. */
export interface Rules {
  begin: string;
  rules: readonly Rule[];
}

export const rule = (pattern: string, read: Rule['read'] | Said): Rule => ({
  pattern: new RegExp(pattern, 'yi'),
  read: typeof read === 'function' ? read : () => read,
});
