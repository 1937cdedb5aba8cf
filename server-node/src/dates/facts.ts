/**
 * What words say about time, before it is known when they are said. One set for all languages; `resolve` makes dates
 * of them.
 */
export interface Facts {
  day?: DayFact;
  part?: PartOfDay;
  clock?: ClockFact;
  after?: AfterFact;
  repeat?: RepeatFact;
  /** Understood as a date, but there is none such. */
  refused?: WrongDate;
}

/** Facts, and the words they were found in, with the particles that belong to them (`by`, `までに`, `之前`). */
export interface Found extends Facts {
  span: Span;
  /** As good as `day`: the same words in the other order of day and month. */
  otherDay?: DayFact;
}

/** In UTF-16 code units of the line, `to` not included. */
export interface Span {
  from: number;
  to: number;
}

/** As in ISO 8601 and Temporal: Monday is 1, Sunday 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Negative numbers look back. Ends of months are kept: 31 January and a month is the last day of February. */
export type DayFact =
  /** Today and so much: `tomorrow` is 1 day, `in 2 months` 2 months. */
  | { kind: 'in'; days?: number; weeks?: number; months?: number; years?: number }
  /**
   * Without `week` the coming one, which may be today, and `later` so many weeks after it; else of the calendar week so
   * many after this one. Of `others` said with it the one that comes first is meant.
   */
  | {
      kind: 'weekday';
      weekday: Weekday;
      week?: number;
      later?: number;
      others?: readonly Weekday[];
    }
  /** Saturday of this week and so many; on a Sunday this weekend is today. */
  | { kind: 'weekend'; week: number }
  /** The first or last day of a quarter, so many after this one. */
  | { kind: 'quarter'; quarters: number; day: 1 | -1 }
  /** Working days after today, Monday to Friday: 1 is the next one. */
  | { kind: 'workday'; days: number }
  /**
   * A day of a month, -1 the last. Of what is left out the coming one is meant: `day` alone is the coming 5th, `month` and
   * `day` the coming 5 March. `months` and `years` count from this one: 0 is this, 1 the next.
   */
  | { kind: 'date'; day: number; month?: number; year?: number; months?: number; years?: number }
  /** A month as a whole: its first day when it is to come, the last of the one that is now. */
  | { kind: 'month'; month: number }
  /** The nth weekday or working day of a month, -1 the last; months as above. */
  | {
      kind: 'nth';
      nth: number;
      weekday: Weekday | 'workday';
      month?: number;
      year?: number;
      months?: number;
      years?: number;
    };

export type PartOfDay =
  | 'dawn'
  | 'morning'
  | 'noon'
  | 'afternoon'
  | 'evening'
  | 'night'
  /** The one that ends the day. */
  | 'midnight';

export interface ClockFact {
  /** 0 to 29: 25 is one o'clock in the night that ends the day. */
  hour: number;
  minute: number;
  half?: 'am' | 'pm';
  /** Nothing says which half of the day is meant, and the hour is 1 to 12: the part of day decides, else a rule. */
  open?: true;
}

/** So long after now, by the watch and not by the wall clock. */
export interface AfterFact {
  minutes: number;
}

export interface RepeatFact {
  every: 'day' | 'week' | 'month' | 'year';
  interval?: number;
  weekdays?: readonly Weekday[];
  /** With `weekdays`: which of them in the month (or, with `months`, in those months): -1 the last. */
  nth?: readonly number[];
  /** With `nth`: the weekdays as one set, as in "the last workday". */
  asSet?: true;
  /** 1 to 31, or -1 for the last. */
  monthDays?: readonly number[];
  months?: readonly number[];
  /** The next one counts from when it is done (`every!`), not from when it was due. */
  fromDone?: true;
  times?: number;
  until?: DayFact;
}

export type WrongDate =
  /** 31 February, 25:61. */
  | 'no_such_day'
  | 'no_such_time'
  /** Of more than four digits. */
  | 'no_such_year'
  /** A rule that comes more than once a day. */
  | 'too_often'
  /** A rule that never comes. */
  | 'never'
  /** Asked for a date alone, and there is something else. */
  | 'no_date';
