import type { Act, ListedState } from '../contract/vocabulary.ts';
import type { LivingPostWriter } from '../living-posts/ports.ts';
import type { PersonSettingsWriter } from '../person-settings/ports.ts';
import type { ReplyDraft, ReplyId, ReplyTarget } from '../replies/reply.ts';
import type { PostId, UserId } from '../shared/ids.ts';
import type { EpochMs } from '../shared/time.ts';
import type { WakeUpWriter } from '../wake-ups/ports.ts';
import type { ListId } from './list.ts';
import type { Extent } from './match-words.ts';
import type { Fields } from './todo-columns.ts';
import type { ChangeId, Todo, TodoId } from './todo.ts';
import type { Announced, Concern, Concerned } from './whom-it-concerns.ts';

/** A list's own row; a list that was never written to has revision 0 and no to-dos. */
export interface ListRow {
  readonly id: ListId;
  /** Grows by one with each change of the list. */
  readonly revision: number;
  /** The number the next to-do gets. */
  readonly nextNumber: number;
  readonly openCount: number;
  readonly doneCount: number;
}

/** One line of the history: one to-do's part in one change. */
export interface HistoryLine {
  readonly changeId: ChangeId;
  /** Where the to-do is after the change. */
  readonly listId: ListId;
  /** Where the change was made, and is undone: the to-do's own list, or that of whoever sent it into another. */
  readonly madeIn: ListId;
  readonly todoId: TodoId;
  readonly actorId: UserId;
  readonly act: Act;
  readonly at: EpochMs;
  /** Only the fields that changed; empty before an `add`. */
  readonly before: Partial<Fields>;
  readonly after: Partial<Fields>;
  /** With act `undo`: the change that was taken back. */
  readonly undoes: ChangeId | null;
}

/** One act: all of it happened, or nothing. */
/** An act, or of an `edit` that it changed the notes alone. */
export type Undone = Act | 'notes';

export interface Change {
  readonly id: ChangeId;
  readonly actorId: UserId;
  readonly act: Act;
  readonly at: EpochMs;
  /** With act `undo`: what was taken back. */
  readonly undone?: Undone;
  /** The rows as they are after the change, in the order they were asked for. */
  readonly todos: readonly Todo[];
  /** Those of `todos` that were so already and stayed as they were; when it is all of them, nothing was written. */
  readonly unchanged: readonly TodoId[];
  /** The list in which it was made, as it is after the change. */
  readonly list: ListRow;
  /** All lists in which to-dos changed, as they are after it; empty when nothing was written now. */
  readonly lists: readonly ListRow[];
  /** Where those that changed were before, and whose; new ones were nowhere. */
  readonly before: ReadonlyMap<TodoId, Concerned>;
  readonly concerns: Concern;
}

export interface PageQuery {
  state: ListedState;
  /** 1 to 500. */
  limit: number;
  /** From the page before. */
  cursor?: string | undefined;
}

/** Whatever the case and width, see match-words.ts. */
export interface WordsQuery {
  words: string;
  state: 'open' | 'done';
  extent: Extent;
  /** 1 to 500. */
  limit: number;
}

export interface Matches {
  /** The first of `total`. */
  todos: Todo[];
  total: number;
}

/** Of the open to-dos that are assigned to a person, whatever their list. */
export interface DueQuery {
  personId: UserId;
  /** `after` < `dueAt` <= `until`; left out: from the first, to the last. */
  after?: EpochMs | undefined;
  until?: EpochMs | undefined;
  /** 1 to 500. */
  limit: number;
}

/** Of what a person asked of others. */
export interface SentQuery {
  personId: UserId;
  /** Of those that are done, the ones that were done after this. */
  doneAfter: EpochMs;
  /** 1 to 500. */
  limit: number;
}

/** A to-do that left a list. */
export interface WentAway {
  /** How it was looked for. */
  readonly key: string | number;
  /** Into whose list it went then; it may have gone on since. */
  readonly toId: UserId;
  /** Whether that is whoever had asked for it. */
  readonly isBack: boolean;
}

export const MOST_DONE_SEARCHED = 2_000;

export interface Page {
  todos: Todo[];
  next: string | null;
}

export interface TodoReader {
  list(id: ListId): Promise<ListRow>;
  /** Open ones by `order` then `number` ascending; done ones by `doneAt` then `number` descending. */
  page(id: ListId, query: PageQuery): Promise<Page>;
  find(id: TodoId): Promise<Todo | undefined>;
  findMany(ids: readonly TodoId[]): Promise<Todo[]>;
  /** Those that exist, in any state. */
  findByNumbers(id: ListId, numbers: readonly number[]): Promise<Todo[]>;
  /** Open ones in the order of {@link page}; of the done ones the newest {@link MOST_DONE_SEARCHED} are searched. */
  findByWords(id: ListId, query: WordsQuery): Promise<Matches>;
  /** By `dueAt`, then `id` ascending. */
  due(query: DueQuery): Promise<Todo[]>;
  /** What this person has open, due or reminded of at a moment, that was reckoned in another zone; at most `limit`. */
  dueElsewhere(personId: UserId, zone: string, limit: number): Promise<Todo[]>;
  /** What was made of this message, in any list and state; at most `limit`. */
  madeOf(postId: PostId, limit: number): Promise<Todo[]>;
  /** What waits for this person's answer, what was asked for first (or last asked for again) first. */
  requests(personId: UserId, limit: number): Promise<Todo[]>;
  /** Who asked this person for how many that wait for an answer. */
  askers(personId: UserId): Promise<ReadonlyMap<UserId, number>>;
  /** Waiting, accepted and open, declined, or done not long ago; what was asked for last first. */
  sent(query: SentQuery): Promise<Todo[]>;
  /** What is open and assigned to this person, whatever the list, the oldest first. */
  mine(personId: UserId, limit: number): Promise<Todo[]>;
  /**
   * Of to-dos named by their ids or by the numbers that they had here, those that left this list by being sent or taken
   * back. By its id one that left it several times is as it was the last time.
   */
  wentAway(
    id: ListId,
    which: { ids: readonly TodoId[] } | { numbers: readonly number[] },
  ): Promise<WentAway[]>;
  /** Who has something due or is reminded of it at a moment, the next `limit` people after this one by their ids. */
  peopleWithDue(after: UserId | '', limit: number): Promise<UserId[]>;
  /** Who ticked these last, as far as the history goes back. */
  completers(ids: readonly TodoId[]): Promise<ReadonlyMap<TodoId, UserId>>;
  /** When each of these was last asked for again, also where that was taken back, as far as the history goes back. */
  bumpedAt(ids: readonly TodoId[]): Promise<ReadonlyMap<TodoId, EpochMs>>;
  /** Newest first. */
  history(id: TodoId, limit: number): Promise<HistoryLine[]>;
  /** The lines of one change; empty when there is none. */
  change(id: ChangeId): Promise<HistoryLine[]>;
  /** The newest change of this actor in this list that is no undo and was not undone. */
  lastUndoable(id: ListId, actorId: UserId): Promise<ChangeId | undefined>;
  /** Whether an undo of this change exists. */
  isUndone(id: ChangeId): Promise<boolean>;
}

/** One to-do's way from one list to another. */
export interface Move {
  readonly todoId: TodoId;
  readonly from: { readonly listId: ListId; readonly number: number };
  readonly to: { readonly listId: ListId; readonly number: number };
  readonly toId: UserId;
}

/** Inside one transaction. */
export interface TodoWriter extends TodoReader {
  /** Makes the list when there is none, and keeps other writers of it out until the end of the transaction. */
  lock(id: ListId): Promise<ListRow>;
  /**
   * Writes new rows, changed rows, the rows of lists and the history lines of one change, announces it, and has the
   * living posts looked at that may show it. Each list was locked.
   */
  save(change: {
    inserted: readonly Todo[];
    updated: readonly Todo[];
    lists: readonly ListRow[];
    history: readonly HistoryLine[];
    moves: readonly Move[];
    concerns: Concern;
  }): Promise<void>;
  readonly wakeUps: WakeUpWriter;
  readonly people: PersonSettingsWriter;
  readonly livingPosts: LivingPostWriter;
  /** Into the outbox, in this transaction. */
  enqueue(drafts: readonly ReplyDraft[], now: EpochMs): Promise<void>;
  /** Where a reply goes or went; undefined when there is none, or not any more. */
  replyTarget(id: ReplyId): Promise<ReplyTarget | undefined>;
  /**
   * Remembers that `key` led to `changeId` (`null`: to no change).
   * @returns undefined when the key is new; else what it led to the first time
   */
  claim(
    key: string,
    changeId: ChangeId | null,
    now: EpochMs,
  ): Promise<{ changeId: ChangeId | null } | undefined>;
}

export interface TodoStore extends TodoReader {
  /** One transaction; `work` may be run again when the database asks for it, so it must have no other effects. */
  transaction<T>(work: (writer: TodoWriter) => Promise<T>): Promise<T>;
  /**
   * Calls back soon after any process committed a change, at the latest 500 ms later on SQLite.
   * Changes may be announced twice. Returns how to stop.
   */
  onChange(listener: (change: Announced) => void): () => void;
  /** The change that a request with this key led to; `null`: none; undefined: the key is not known, or not any more. */
  ledTo(key: string): Promise<ChangeId | null | undefined>;
  /** Forgets request keys older than `before`. */
  pruneClaims(before: EpochMs): Promise<void>;
  /**
   * Forgets all but the newest `keep` history lines of each to-do, in small steps between which others get on, until
   * it is through or `signal` is aborted. Undo of a change then takes back what is still known of it.
   */
  pruneHistory(keep: number, signal?: AbortSignal): Promise<void>;
  /** Resolves when the database answers. @throws {AppError} store_unavailable */
  ping(): Promise<void>;
}
