import type { EditTodoBody, MeView, RequestChange, TimeBody } from '@todo-node/server/contract/api';
import type { ListKey, ListView, ProgramListView, TodoView } from '@todo-node/server/contract/todo-view';
import type { Act, ListedState, Verb } from '@todo-node/server/contract/vocabulary';
import type { FailureKind } from '../api/request-failure.ts';
import { CONNECTED, type Connection } from './connection.ts';

export interface Fault {
  kind: FailureKind;
  code: string;
  /** The backend's own sentence; only shown with `refused`. */
  message: string;
  /** When the next try is made, with `busy`; `null` for all others. */
  retryAt: number | null;
}

export interface ListRecord {
  id: ListKey;
  kind: ListView['kind'];
  revision: number;
  openCount: number;
  doneCount: number;
  /** Revision at which all open to-dos were fetched; `null` before that. */
  openAt: number | null;
  /** Next page of the done ones: `undefined` while none was fetched, `null` after the last. */
  doneNext: string | null | undefined;
  /** Why the last page of the done ones did not come. */
  doneFault: Fault | null;
  /** To-dos of the last fetch that this version cannot read. */
  unreadable: number;
  /** Why it takes no changes; `null` when it takes them. A newer backend may have reasons without words here. */
  readOnly: string | null;
  program: ProgramListView | null;
}

interface Queued {
  requestId: string;
  listId: ListKey;
  /** When the person did it. */
  at: number;
  /** Why the backend would not take it; kept on its row until the person decides. */
  refusal: Fault | null;
}

/** A to-do that is added, by the name it has here until the backend names it. */
export interface AddedRow {
  localId: string;
  text: string;
}

/** What was understood of a text, or that all of it stays text: the backend reads nothing out of it any more. */
export type SaidOfText = Pick<TimeBody, 'due' | 'repeat' | 'repeatFrom'> & { readDates: false };

/** A date, or a moving on, without another text. */
export type SaidOfTime = Omit<TimeBody, 'readDates'> & Pick<EditTodoBody, 'snooze' | 'skip'>;

/** A change that the backend has not confirmed yet. The outbox sends them in order. */
export type Pending = Queued &
  (
    | ({
        kind: 'add';
        notes?: string;
        /** Further ones, added in the same change. */
        more?: readonly AddedRow[];
        source: { postId: string; channelId: string } | null;
        creatorId: string;
        /** Left out: dates are read out of the text when it arrives. */
        said?: SaidOfText;
        /** In which `said` is meant, for showing it until the answer comes. */
        zone?: string;
        /** Who is asked to do it. */
        to?: string;
      } & AddedRow)
    /** `version` is the one that the person saw; 0 for a to-do that the backend had not named yet. */
    | {
        kind: 'edit';
        todoId: string;
        text: string;
        notes?: string;
        version: number;
        said?: SaidOfText;
        zone?: string;
      }
    | { kind: 'time'; todoId: string; said: SaidOfTime; zone: string }
    /** Several to-dos of one list get another day at once. */
    | { kind: 'move'; todos: readonly Pick<TodoView, 'id' | 'number'>[]; day: string; zone: string }
    | { kind: 'assign'; todoId: string; to: string | null }
    /** `reason`: beside declining. */
    | { kind: 'request'; todoId: string; request: RequestChange; reason: string }
    | { kind: 'state'; todoId: string; state: ListedState }
    | { kind: 'delete'; todoId: string }
    | { kind: 'undo'; of: string; changeId: string | null; restore: readonly TodoView[] }
    | { kind: 'program'; verb: Extract<Verb, 'add' | 'done' | 'delete'>; text: string; ref: string | null }
  );

export type PendingOf<K extends Pending['kind']> = Extract<Pending, { kind: K }>;

/** A change that the person can still take back; the last one is the newest. */
export interface Undoable {
  /** The request that made the change. */
  requestId: string;
  listId: ListKey;
  act: Exclude<Act, 'undo'>;
  text: string;
  /** What is said of it where it can be taken back; left out where the act and the text say enough. */
  said?: string;
  /** Shared by changes that were one act of the person: they are taken back together. */
  group?: string;
  /** Known once the backend has confirmed the change. */
  changeId: string | null;
  restore: readonly TodoView[];
}

/** What is due now, as the backend reckons it; the to-dos of others' lists that are assigned to the person count too. */
export interface DueNow {
  /** IANA zone by which the person's days are told apart. */
  zone: string;
  todayEndsAt: number;
  /** Overdue and due today. */
  count: number;
}

/** What is asked about to-dos of several lists: what has a date, what waits for the person's answer, what they sent. */
export type Question = 'agenda' | 'requests' | 'sent';

/** What the backend answered last. */
export interface Answer {
  /** Known to-dos that could have been in the answer and were not, with the version that was known then. */
  without: Readonly<Record<string, number>>;
  /** False when the answer left out the latest. */
  isAll: boolean;
}

export interface ModelState {
  me: MeView | null;
  /** `null` until the backend has said so. */
  due: DueNow | null;
  /** Those that were asked so far. */
  answers: Readonly<Partial<Record<Question, Answer>>>;
  todos: Readonly<Record<string, TodoView>>;
  /** The name a to-do was given here before the backend named it: rows keep their place and focus by it. */
  localNames: Readonly<Record<string, string>>;
  /** List revision at which a row was last heard of. */
  heardAt: Readonly<Record<string, number>>;
  /** Version that came from elsewhere and is shown as new for a moment. */
  fresh: Readonly<Record<string, number>>;
  /** Who made a to-do what it is in that version, where a change told so. */
  changedBy: Readonly<Record<string, { version: number; userId: string }>>;
  /** Who ticked a to-do last, where that is known. */
  doneBy: Readonly<Record<string, string>>;
  /** Ticked a moment ago, by whomever: still shown in their old place. */
  lingering: Readonly<Record<string, true>>;
  lists: Readonly<Record<ListKey, ListRecord>>;
  listFaults: Readonly<Record<ListKey, Fault>>;
  outbox: readonly Pending[];
  /** Why nothing gets through at the moment; `null` when it does. */
  fault: Fault | null;
  /** The same for those who only want to know whether, and when it is tried again. */
  connection: Connection;
  undoables: readonly Undoable[];
  /** For the live region; `turn` makes a repeated sentence be spoken again. */
  announcement: { text: string; turn: number };
  /** What is said when the backend has taken a change, by its request: before that it has not happened. */
  toAnnounce: Readonly<Record<string, string>>;
}

/** The to-dos that one change adds, in their order. */
export const addedRows = ({ localId, text, more = [] }: PendingOf<'add'>): readonly AddedRow[] => [
  { localId, text },
  ...more,
];

export const INITIAL_STATE: ModelState = {
  me: null,
  due: null,
  answers: {},
  todos: {},
  localNames: {},
  heardAt: {},
  fresh: {},
  changedBy: {},
  doneBy: {},
  lingering: {},
  lists: {},
  listFaults: {},
  outbox: [],
  fault: null,
  connection: CONNECTED,
  undoables: [],
  announcement: { text: '', turn: 0 },
  toAnnounce: {},
};
