import type { ReplyDraft } from '../replies/reply.ts';
import type { UserId } from '../shared/ids.ts';
import type { ListId } from './list.ts';
import type { Change, HistoryLine, ListRow, Matches, Page, PageQuery, WordsQuery } from './ports.ts';
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
  edit(
    request: ActRequest,
    which: Selection,
    fields: { text?: string; notes?: string },
    version?: number,
  ): Promise<Change>;
  complete(request: ActRequest, which: Selection, version?: number): Promise<Change>;
  reopen(request: ActRequest, which: Selection, version?: number): Promise<Change>;
  remove(request: ActRequest, which: Selection, version?: number): Promise<Change>;
  /** Takes back one change of the actor's own; without `changeId` the last one in the list. */
  undo(request: ActRequest, changeId?: ChangeId): Promise<Change>;
}

export interface Reads {
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
