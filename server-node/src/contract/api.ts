import type { ChangeView, ListKey, ListRef, TodoView } from './todo-view.ts';
import type { Act, DueViewName, ListedState, RepeatFrom, Verb, WeekdayName } from './vocabulary.ts';

/** `GET /me` */
export interface MeView {
  userId: string;
  username: string;
  /** The account that answers; `null` until the backend has reached Mattermost once. */
  bot: { userId: string; username: string } | null;
  /** Whose list an outgoing webhook works on. */
  webhookList: 'channel' | 'person' | 'shared';
  /** `null`: the built-in program. Else the external one that keeps all lists. */
  program: { name: string } | null;
  limits: {
    textLength: number;
    notesLength: number;
    /** To-dos that one request adds in one change; absent from a backend of 0.2, which adds one. */
    atOnce?: number;
  };
  /** How a browser hears of changes: `GET /events`, or events of Mattermost's own WebSocket. */
  push: 'sse' | 'websocket';
  /** Whether dates are read out of texts and kept; absent from a backend of 0.2, which refuses bodies that speak of them. */
  readsDates?: boolean;
  /** To-dos can be sent and assigned, and there is `GET /requests`, `/sent` and `/mine`; absent: not here. */
  takesRequests?: true;
  version: string;
}

/** `GET /lists/{list}` query. */
export interface ListQuery {
  state?: ListedState;
  /** 1 to 500, default 100. */
  limit?: number;
  cursor?: string;
}

/** A reminder at a minute such as `2026-12-04T17:00`, or so many minutes before it is due. */
export type ReminderBody = { at: string } | { minutesBefore: number };

/** What is said of time; what is absent stays as it is. Wall clocks are those of whoever has the to-do. */
export interface TimeBody {
  /** As in {@link TodoView}; `null`: none, and no rule. */
  due?: string | null;
  repeat?: string | null;
  /** Beside `repeat`. */
  repeatFrom?: RepeatFrom;
  /** All that the caller wants; those of others stay. */
  reminders?: ReminderBody[];
  /** Whether dates are read out of `text`; absent: they are, unless `due` is given. */
  readDates?: boolean;
}

/** `POST /lists/{list}/todos`. Wall clocks of new ones are the caller's own. */
export interface AddTodoBody extends TimeBody {
  text: string;
  notes?: string;
  /**
   * Who is to do it. With the list `me` it is sent: it waits in the list of that person, who is asked. In a list of
   * several people it is assigned.
   */
  assigneeId?: string;
  /** Texts of further to-dos, added behind the first in the same change: one undo takes all of them back. */
  more?: string[];
  sourcePostId?: string;
  /** 8 to 64 characters of the caller's own making; a repeated one answers with the first result. */
  requestId?: string;
}

/**
 * What becomes of a request: the first two are said by whoever was asked, the others by whoever asked, who may ask again
 * once a day.
 */
export type RequestChange = 'accepted' | 'declined' | 'taken_back' | 'bumped';

/**
 * `PATCH /todos/{id}`: either `state`, `snooze`, `skip`, `assigneeId`, `request`, or any of the others; more at once
 * would be two changes.
 */
export interface EditTodoBody extends TimeBody {
  /** Out of a list of one's own it is sent to that person; in a list of several people `null` is nobody. */
  assigneeId?: string | null;
  request?: RequestChange;
  /** Beside `declined`: up to 1,000 characters, for whoever asked. */
  reason?: string;
  text?: string;
  notes?: string;
  state?: ListedState;
  /** The day or minute to which this one is moved, while its rule stays. */
  snooze?: string;
  /** Goes on to the next date of its rule. */
  skip?: true;
  /** When given and not the current one: 409 with the current to-do. */
  version?: number;
  requestId?: string;
}

/** `POST /lists/{list}/commands`: either a typed line or a verb with its parts. */
export interface CommandBody {
  /** What was typed after `/todo`. */
  line?: string;
  /** Beside a line for `me` that was typed in a channel: with `here` it works on the list of that one. */
  channelId?: string;
  verb?: Extract<Verb, 'add' | 'done' | 'delete'>;
  /** For `add` what is to be done; beside one of `refs` what its row said when it was shown. */
  text?: string;
  refs?: string[];
  requestId?: string;
}

export interface CommandView {
  /** False when the program refused or failed; `answer` says why. */
  ok: boolean;
  /** Markdown for the person. */
  answer: string;
  change: ChangeView | null;
}

/**
 * `GET /views/{view}`: to-dos of the own list, and of others that are assigned to the caller, soonest first. A number
 * belongs to the list of its to-do.
 */
export interface DueView {
  view: DueViewName;
  /** The IANA zone by which days are told apart here. */
  zone: string;
  /** Today there, such as `2026-12-04`. */
  today: string;
  /** The midnight that ends it; what is due by then and not overdue is due today. */
  todayEndsAt: number;
  /** The end of the sixth day from today. */
  weekEndsAt: number;
  /** Whatever the view. */
  overdueCount: number;
  todayCount: number;
  todos: TodoView[];
  /** False when there are more than 500 by then: the latest are left out. */
  isAll: boolean;
}

/**
 * `GET /requests`: what waits for the caller's answer, what was asked first coming first. `GET /sent`: what the caller
 * asked of others, the last coming first: waiting, accepted, declined, and done within two weeks. `GET /mine`: what is
 * open in the caller's own list, and assigned to the caller in channels, the oldest first.
 */
export interface TodosView {
  todos: TodoView[];
  /** False when there are more than 500. */
  isAll: boolean;
}

/** `POST /explain` */
export interface ExplainBody {
  /** What stands in the field in which a to-do is written. */
  text: string;
  /** Where it will be; left out: nobody is looked for in the text. */
  list?: ListRef;
}

/** A text as it would be kept. Wall clocks are the caller's own. */
export interface TextReading {
  /** The text without the words that were read. */
  text: string;
  due: string | null;
  repeat: string | null;
  repeatFrom: RepeatFrom;
  /** In the language of the caller: `tomorrow 17:00`; empty where there is none. */
  dueWords: string;
  /** `every Friday`. */
  repeatWords: string;
}

export interface ReadingView extends TextReading {
  /** Where the words stand that were read, in UTF-16 units of the text as it was given, without the end. */
  spans: { from: number; to: number }[];
  /** All readings where several are as good, the earliest first; the last one is taken. */
  readings: TextReading[];
  /** Why a date that there is not would be refused, such as 31 February. */
  wrong: string | null;
  /** Who is to do it, named in the text of a list of several people. */
  assignee: { userId: string; username: string } | null;
}

/** `POST /rules` */
export interface RulesBody {
  /** At most 100. */
  rules: { repeat: string; repeatFrom: RepeatFrom }[];
}

/** Rules of repeating to-dos in words, for who has no words for them. */
export interface RulesView {
  /** In the language of the caller and the order of the question: `every last Friday`; empty where there are none. */
  words: string[];
}

/** What a person may set for themselves; times of day are `08:30`. */
export interface PersonSettings {
  /** An IANA name. */
  zone: string;
  weekStart: WeekdayName;
  /** On how many hours the clock counts by which the bot says times. */
  clock: 12 | 24;
  /** Minutes before a to-do with a time of day is due. */
  remindBefore: number | 'off';
  /** When on its day a to-do without a time of day is reminded of; `off`: not at all. */
  remindAt: string;
  quiet: { from: string; to: string } | 'off';
  digest: { on: boolean; at: string; days: WeekdayName[] };
  /** Who may ask this person to do something. */
  requests: 'all' | 'off';
  /** Ids of those who may not, whatever `requests` says; at most 200. */
  blocked: string[];
  /** The emoji by which a reaction makes a to-do of a message, without colons, or `off`. */
  reaction: string;
  /** Whether the thread of a message is told when this person has done what was made of it. */
  tellThread: 'on' | 'off';
}

/** `GET /me/settings`, and the answer to `PATCH /me/settings` with {@link EditSettingsBody}. */
export interface SettingsView {
  /** What the person set. */
  own: Partial<PersonSettings>;
  /** What holds, with the defaults and what Mattermost says. */
  inEffect: PersonSettings;
  version: number;
}

/** `null` takes away what was set. */
export type EditSettingsBody = { [Name in keyof PersonSettings]?: PersonSettings[Name] | null };

/** `GET /settings-state`, where Mattermost runs the backend, for those who may see its settings. */
export interface SettingsStateView {
  /** Why the settings saved last are not in use, a sentence each; empty when they are. */
  refused: string[];
}

/** `GET /todos/{id}/history` row. */
export interface HistoryView {
  changeId: string;
  at: number;
  actorId: string;
  act: Act;
  /** Only the fields that changed. */
  before: Record<string, unknown>;
  after: Record<string, unknown>;
}

/** Body of every refusal. */
export interface ErrorView {
  code: string;
  /** For the person: what was expected, what came, what to do. */
  message: string;
  /** To be found again in the log. */
  requestId: string;
  /** With `version_conflict`: the to-do as it is now. */
  todo?: unknown;
}

/** Server-sent events of `GET /events?channels=<id>,<id>`: `ready`, then any of `change`, `program`, `bye`. */
export const READY_EVENT = 'ready';
export const CHANGE_EVENT = 'change';
/**
 * This list may have changed in a way that no other event tells, by an external program or in more to-dos than can be told
 * of: fetch it again.
 * `data` is {@link ProgramEvent}.
 */
export const PROGRAM_EVENT = 'program';
/** The caller may no longer read, or the server stops: reconnect with back-off. */
export const BYE_EVENT = 'bye';

/** With `push: 'websocket'` the names are `custom_<plugin id>_<event>` and the payload is {@link PushedEvent}. */
export const WEBSOCKET_EVENTS = [CHANGE_EVENT, PROGRAM_EVENT] as const;

/** JSON as text: Mattermost turns empty lists inside a payload into null. */
export interface PushedEvent {
  json: string;
}

export interface ProgramEvent {
  listId: ListKey;
}
/** The lists this stream tells about; a channel asked for that is not among them may not be read. */
export interface ReadyEvent {
  lists: ListKey[];
}
