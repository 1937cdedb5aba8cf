import type { HowToRead } from '../language.ts';
import type { Groups } from '../patterns.ts';
import type { DayFact, Facts } from '../facts.ts';

/** What an expression says, and what it needs to be believed. */
export interface Said {
  facts: Facts;
  /** A day as good as the one in `facts`: 3/4 where nothing says which of the two is the month. */
  otherDay?: DayFact;
  /**
   * - `particle`: only with a particle before it, or beside another expression, and no noun behind: `on the 5th`
   * - `hour`: as `particle`, and the particle is one of clock times: `at 7`
   * - `company`: only beside another expression: `friday morning`
   * - `behind`: only beside an expression before it, or a clock time: `date night friday` is no night
   * - `at`: only behind a particle of clock times: `at 9h30`
   * - `rule`: only behind a rule, as its end: `every week until june`
   * - `start`: only behind a rule, as its beginning: `monthly starting may`
   * - `last`: only where no noun follows: `pay the bill the 15th`
   * - `edge`: as `end`, or where the line begins: `next week: call Bob`
   * - `end`: with a particle, beside another expression, or where no noun follows: `call Bob next week`
   */
  needs?: 'particle' | 'hour' | 'company' | 'behind' | 'at' | 'rule' | 'start' | 'last' | 'edge' | 'end';
  /** The day is only meant where the line says no other: `eod` is today's, `eod friday` Friday's. */
  isOfOtherDay?: true;
  /** Says something else, and is passed over as a whole: 24/7, last Friday. */
  name?: true;
  /** Begins a span of days, in which `from` belongs to it. */
  isSpan?: true;
  /** The week, month or year in which a finer day beside it is: `next month` in `the 3rd next month`. */
  period?: Period;
}

/** So many after this one. */
export type Period = { weeks: number } | { months: number } | { years: number };

export interface Rule {
  /** Sticky. Repetitions in it are bounded, so that a hostile line costs no more than its length. */
  pattern: RegExp;
  /** @returns undefined where the words mean something else after all */
  read: (groups: Groups, reading: HowToRead) => Said | undefined;
}

/** A word ends here, and is not the possessor of the next nor half of another. */
export const WORD_ENDS = "(?![\\p{L}\\p{N}_]|['’]s\\b|[-.]\\p{L}|[./:]\\d|\\/[ap]m\\b|%)";

/** Written in small letters, without flags and without the end of the word: those are added. */
export const rule = (pattern: string, read: Rule['read']): Rule => ({
  pattern: new RegExp(`(?:${blanks(pattern)})${WORD_ENDS}`, 'uy'),
  read,
});

/** Where a pattern has a blank, people type up to three. */
export const blanks = (pattern: string): string => pattern.replace(/ (?![?\]])/g, ' {1,3}');

export const day = (dayFact: DayFact, needs?: Said['needs']): Said => ({
  facts: { day: dayFact },
  ...(needs !== undefined && { needs }),
});

export const inPeriod = (period: Period, said: Said): Said => ({ ...said, period });
