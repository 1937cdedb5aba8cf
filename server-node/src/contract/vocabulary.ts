/**
 * The words that people, the wire and the store share, each list declared here and nowhere else. Types, tables and
 * schemas are made from them, so that a word forgotten somewhere does not compile. This file imports nothing.
 */

/**
 * A deleted to-do keeps its row, so that undo can bring it back. One that somebody asked for is `waiting` until whoever
 * it was sent to answers, and `declined` after a no; both are in no list, no count, no search and no view of due ones.
 */
export const TODO_STATES = ['open', 'done', 'deleted', 'waiting', 'declined'] as const;
export type TodoState = (typeof TODO_STATES)[number];

/** The states that a list shows. */
export type ListedState = Extract<TodoState, 'open' | 'done'>;

/** What became of a to-do that somebody was asked to do. */
export const REQUEST_STATES = ['waiting', 'accepted', 'declined'] as const;
export type RequestState = (typeof REQUEST_STATES)[number];

/** From where a repeating to-do reckons its next date. */
export const REPEAT_FROM = ['due', 'done'] as const;
export type RepeatFrom = (typeof REPEAT_FROM)[number];

/** Days of the week as iCalendar has them, in the order of ISO 8601. */
export const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
export type WeekdayName = (typeof WEEKDAYS)[number];

/** Questions about what a person has that is due, whatever its list; each is a verb as well. */
export const DUE_VIEWS = ['today', 'tomorrow', 'overdue', 'week', 'agenda'] as const;
export type DueViewName = (typeof DUE_VIEWS)[number];

/** What a change can be; each line of the history names one. */
export const ACTS = [
  'add',
  'edit',
  'done',
  'reopen',
  'delete',
  'undo',
  'due',
  'snooze',
  'skip',
  'remind',
  'assign',
  'accept',
  'decline',
  'take_back',
  'bump',
] as const;
export type Act = (typeof ACTS)[number];

/**
 * The verbs of the `todo` program in the order in which help shows them, and what may follow each. `open`, `done`:
 * numbers, ranges or a word of such to-dos; `one`: the number of one, whatever became of it; `request`: numbers of what waits for an answer; `sent`: words of what was sent
 * to others; `alone`: with more behind it the word begins a text.
 */
export const TAKEN_BY = {
  add: 'text',
  list: 'search',
  show: 'one',
  done: 'open',
  reopen: 'done',
  edit: 'open_and_text',
  note: 'open_and_notes',
  delete: 'open',
  due: 'open_and_when',
  remind: 'open_and_when',
  snooze: 'open_and_when',
  skip: 'open',
  send: 'people_and_text',
  assign: 'open_and_person',
  take: 'open',
  requests: 'alone',
  accept: 'request',
  decline: 'request_and_reason',
  sent: 'alone',
  takeback: 'sent',
  bump: 'sent',
  mine: 'alone',
  today: 'alone',
  tomorrow: 'alone',
  overdue: 'alone',
  week: 'alone',
  agenda: 'alone',
  settings: 'setting',
  undo: 'nothing',
  post: 'pinned',
  unpost: 'alone',
  open: 'alone',
  help: 'verb',
  explain: 'line',
} as const;

export type Verb = keyof typeof TAKEN_BY;
export type Taken = (typeof TAKEN_BY)[Verb];
/** The verbs after which `What` may stand. */
export type VerbTaking<What extends Taken> = {
  [Name in Verb]: (typeof TAKEN_BY)[Name] extends What ? Name : never;
}[Verb];

export const VERBS = Object.keys(TAKEN_BY) as readonly Verb[];
