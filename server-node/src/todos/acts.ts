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
  SentQuery,
  WentAway,
  WordsQuery,
} from './ports.ts';
import type { NewReminder, Until, When, Zones } from './when.ts';
import type { ChangeId, Draft, Todo, TodoId } from './todo.ts';

/** Who acts where, and what goes with the change. The right to do so is checked before (callers/). */
export interface ActRequest {
  actorId: UserId;
  /** Where the act is made, and is undone. For to-dos that the actor sent to others, the actor's own list. */
  listId: ListId;
  /** A second act with the same key changes nothing and returns the first one's change. */
  requestKey?: string | undefined;
  /** Replies that go into the outbox in the transaction of the change. */
  replies?: ((change: Change) => readonly ReplyDraft[]) | undefined;
}

/**
 * Which to-dos: of the list by their ids (the sidebar) or their numbers (typed), or all that are open when the act is
 * done; or, by their ids, those that the list's owner sent into the lists of others.
 */
export type Selection =
  | { ids: readonly TodoId[] }
  | { numbers: readonly number[] }
  | { every: 'open' }
  | { sent: readonly TodoId[] };

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
  /**
   * New ones, each for each of these people: in their lists, and waiting for their answer.
   *
   * @throws {AppError} too_many_requested
   */
  send(request: ActRequest, drafts: readonly Draft[], to: readonly UserId[]): Promise<Change>;
  /**
   * In a list of several people only who is to do it. In a person's own list it is sent: the same to-do, in the list of
   * `to`, waiting for an answer.
   *
   * @param to null: nobody
   * @param zones of whoever will have them
   * @throws {AppError} wrong_state for one that is done, or was asked for by `to`; too_many_requested
   */
  assign(
    request: ActRequest,
    which: Selection,
    to: UserId | null,
    zones: Zones,
    version?: number,
  ): Promise<Change>;
  /** @param zone the receiver's. @throws {AppError} wrong_state for one that nobody asked for */
  accept(request: ActRequest, which: Selection, zone: string, version?: number): Promise<Change>;
  /** @param reason empty for none. @throws {AppError} wrong_state for one that nobody asked for; text_too_long */
  decline(request: ActRequest, which: Selection, reason: string, version?: number): Promise<Change>;
  /** Of those that the actor sent: `{ sent }`. @param zone the actor's. @throws {AppError} not_allowed when it was accepted */
  takeBack(request: ActRequest, which: Selection, zone: string, version?: number): Promise<Change>;
  /** Asks again. @throws {AppError} wrong_state less than a day after the last time; not_allowed when it was answered */
  bump(request: ActRequest, which: Selection, version?: number): Promise<Change>;
  /**
   * Takes back one change of the actor's own; without `changeId` the last one in the list.
   *
   * @throws {AppError} too_many_requested when it asks somebody once more, see {@link Reads.askedByUndo}
   */
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
  /** What waits for this person's answer. @param limit 1 to 500 */
  requests(personId: UserId, limit: number): Promise<Todo[]>;
  /** What this person asked of others. */
  sent(query: SentQuery): Promise<Todo[]>;
  /** What is open and assigned to this person, in lists that they may not be able to read any more too. @param limit 1 to 500 */
  mine(personId: UserId, limit: number): Promise<Todo[]>;
  /** Of one that is not in this list: how it left it; undefined when it never was there. */
  wentAway(listId: ListId, id: TodoId): Promise<WentAway | undefined>;
  /** Which change an undo takes back, whom that asks once more, and to whom the change had sent new to-dos. */
  askedByUndo(
    request: Pick<ActRequest, 'actorId' | 'listId'>,
    changeId?: ChangeId,
  ): Promise<{ changeId: ChangeId | undefined; people: readonly UserId[]; receivers: readonly UserId[] }>;
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
