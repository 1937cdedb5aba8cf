import type { ReplyDraft } from '../replies/reply.ts';
import type { UserId } from '../shared/ids.ts';
import type { ListId } from './list.ts';
import type {
  Change,
  DueQuery,
  HistoryLine,
  ListRow,
  Matches,
  Page,
  PageQuery,
  WordsQuery,
} from './ports.ts';
import type { NewReminder, Until, When } from './when.ts';
import type { ChangeId, Draft, Todo, TodoId } from './todo.ts';

/** Who acts where, and what goes with the change. The right to do so is checked before (callers/). */
export interface ActRequest {
  actorId: UserId;
  listId: ListId;
  /** A second act with the same key changes nothing and returns the first one's change. */
  requestKey?: string | undefined;
  /** Replies that go into the outbox in the transaction of the change. */
  replies?: ((change: Change) => readonly ReplyDraft[]) | undefined;
}

/** Which to-dos: by their ids (the sidebar) or their numbers (typed), or all that are open when the act is done. */
export type Selection = { ids: readonly TodoId[] } | { numbers: readonly number[] } | { every: 'open' };

/** What changes to-dos, one factory a file. All throw AppError. */
export interface Writes {
  add(request: ActRequest, drafts: readonly Draft[]): Promise<Change>;
  /** @throws {AppError} version_conflict when `version` is given and not the current one */
  edit(request: ActRequest, which: Selection, fields: Edited, version?: number): Promise<Change>;
  /** A repeating one makes the next, a new row with a number of its own after the ticked ones. */
  complete(request: ActRequest, which: Selection, version?: number): Promise<Change>;
  reopen(request: ActRequest, which: Selection, version?: number): Promise<Change>;
  remove(request: ActRequest, which: Selection, version?: number): Promise<Change>;
  /**
   * Moves when they are due, and leaves rules and their anchors alone. To a minute, the actor is reminded then.
   *
   * @throws {AppError} invalid_input when it is over already
   */
  snooze(request: ActRequest, which: Selection, until: Until, version?: number): Promise<Change>;
  /** Each goes on to its next date. @throws {AppError} invalid_input when one does not repeat, or ends */
  skip(request: ActRequest, which: Selection, version?: number): Promise<Change>;
  /**
   * Adds a reminder; `null` takes away those that the actor asked for, and all of a to-do that the actor has.
   *
   * @throws {AppError} invalid_input when it is over already, or stands before a due date that there is not
   */
  remind(
    request: ActRequest,
    which: Selection,
    reminder: NewReminder | null,
    version?: number,
  ): Promise<Change>;
  /** Takes back one change of the actor's own; without `changeId` the last one in the list. */
  undo(request: ActRequest, changeId?: ChangeId): Promise<Change>;
}

/** At least one of them. */
export interface Edited {
  text?: string;
  notes?: string;
  /** A new date begins a rule anew; nothing said of a rule leaves it. */
  when?: When;
  /** In the place of those that the actor asked for before. */
  reminders?: readonly NewReminder[];
}

export interface Reads {
  /** Those chosen as they are, deleted ones too. @throws {AppError} todo_not_found, invalid_input */
  select(listId: ListId, which: Selection): Promise<Todo[]>;
  /** What this person has that is open and due in a span of time, soonest first. */
  due(query: DueQuery): Promise<Todo[]>;
  list(listId: ListId): Promise<ListRow>;
  page(listId: ListId, query: PageQuery): Promise<Page>;
  find(id: TodoId): Promise<Todo>;
  findByWords(listId: ListId, query: WordsQuery): Promise<Matches>;
  /** Who ticked these last, as far as the history goes back. */
  completers(ids: readonly TodoId[]): Promise<ReadonlyMap<TodoId, UserId>>;
  history(id: TodoId): Promise<HistoryLine[]>;
  changeOf(id: ChangeId): Promise<{ listId: ListId; actorId: UserId }>;
}

/** The use cases as surfaces see them. */
export type Acts = Writes & Reads;
