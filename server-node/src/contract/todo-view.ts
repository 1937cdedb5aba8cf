import type { RepeatFrom, RequestState, TodoState } from './vocabulary.ts';

/** All moments are epoch milliseconds, all ids of Mattermost are its 26 characters. */

/** `person:<user id>`, `channel:<channel id>` or `shared`. */
export type ListKey = string;

/** How a path names a list: `me`, `shared`, or a channel's id. */
export type ListRef = string;

export interface TodoView {
  id: string;
  listId: ListKey;
  /**
   * Given once per list, from 1, never reused and never shifted. 0 where the list is another person's: whoever sent the
   * to-do there sees it without its number and its place.
   */
  number: number;
  /** Markdown, 1 to 4,000 characters. */
  text: string;
  /** Markdown, up to 16,000 characters; empty when there are none. */
  notes: string;
  state: TodoState;
  /** Who made it, and asks for it when it was sent to somebody. */
  creatorId: string;
  /** `null` when nobody is assigned (a channel's to-do). */
  assigneeId: string | null;
  /** Ascending place in its list. */
  order: number;
  /** Grows by one with each change; the copy with the higher version is the newer one. */
  version: number;
  createdAt: number;
  updatedAt: number;
  doneAt: number | null;
  /** The message it was made from; `null` as well when the caller may not read that message's channel. */
  source: SourceView | null;
  /**
   * A day (`2026-12-04`) or a wall-clock minute (`2026-12-04T17:00`) where whoever has the to-do lives: its assignee,
   * else its creator.
   */
  due: string | null;
  /** The moment from which it is overdue: the minute itself, or the midnight that ends the day, in `dueZone`. */
  dueAt: number | null;
  /** The IANA zone in which `dueAt` was reckoned. */
  dueZone: string | null;
  /** An RRULE without DTSTART, for instance `FREQ=WEEKLY;BYDAY=MO`. */
  repeat: string | null;
  /** Whether the next one is reckoned from the rule's dates, or from the moment of completion (`every! 3 days`). */
  repeatFrom: RepeatFrom;
  /** The first date of the rule, written as `due` is; the rule's other dates follow from it. */
  repeatAnchor: string | null;
  /** The date of the rule that this one stands for, where `due` was moved away from it. */
  occurrence: string | null;
  /** Whoever asked for it sees those only that they asked for themselves. */
  reminders: readonly Reminder[];
  /** `null`: nobody was asked to do it. */
  request: RequestState | null;
  /** Why it was declined, up to 1,000 characters; empty when that was not said. */
  requestReason: string;
  /** When it was sent, or asked for again; `null` beside no request. */
  requestedAt: number | null;
}

/** One reminder that `byId` asked for: at a wall-clock minute as `due` is written, or so many minutes before it is due. */
export type Reminder =
  { id: string; byId: string; at: string } | { id: string; byId: string; minutesBefore: number };

/**
 * A field of which nothing was said. New to-dos begin with it, and a reader takes it for a field that an older backend
 * does not send.
 */
export const UNSAID = {
  notes: '',
  assigneeId: null,
  doneAt: null,
  source: null,
  due: null,
  dueAt: null,
  dueZone: null,
  repeat: null,
  repeatFrom: 'due',
  repeatAnchor: null,
  occurrence: null,
  reminders: [] as readonly Reminder[],
  request: null,
  requestReason: '',
  requestedAt: null,
} as const satisfies Partial<TodoView>;

export interface SourceView {
  postId: string;
  channelId: string;
}

export type ReadOnlyReason = 'archived';

/** One list as its caller may see it. */
export interface ListView {
  id: ListKey;
  kind: 'person' | 'channel' | 'shared';
  /** Grows with each change of the list; also its ETag. */
  revision: number;
  openCount: number;
  doneCount: number;
  /** The page asked for: open ones by `order` ascending, done ones by `doneAt` descending. */
  todos: TodoView[];
  /** Pass as `cursor` for the next page; `null` on the last one. */
  next: string | null;
  /** Who ticked the done ones of this page, by id, as far as the history knows; absent from a backend of 0.1. */
  doneBy?: Record<string, string>;
  /** Why the list takes no changes; absent: it takes them, or the backend is one of 0.2, which only refuses. */
  readOnly?: ReadOnlyReason;
  /** Only where an external `todo` program keeps the lists; `todos` is empty then. */
  program: ProgramListView | null;
}

/** What an external program printed for `list`. */
export interface ProgramListView {
  /** The configured name, for instance `todo-txt`. */
  name: string;
  /** Rows recognised by the configured pattern; empty when the pattern fits no line. */
  rows: ProgramRow[];
  /** The whole output as printed. */
  text: string;
}

export interface ProgramRow {
  /** What the program calls the row; handed back to it by `done` and `delete`. */
  ref: string;
  text: string;
  done: boolean;
}

/** The answer to a write, made from the write itself. */
export interface ChangeView {
  changeId: string;
  /** Who made it; absent from a backend of 0.1. */
  actorId?: string;
  listId: ListKey;
  revision: number;
  openCount: number;
  doneCount: number;
  /** The rows as they are after the change; of very long ones as many as a page has, and the list is to be fetched. */
  todos: TodoView[];
}
