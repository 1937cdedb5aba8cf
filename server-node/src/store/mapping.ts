import type { Lease } from '../replies/ports.ts';
import type { ReplyDraft, ReplyId, ReplyTarget, Reply } from '../replies/reply.ts';
import type { ChannelId, PostId, UserId } from '../shared/ids.ts';
import type { ListId } from '../todos/list.ts';
import type { Fields, HistoryLine, ListRow } from '../todos/ports.ts';
import type { ChangeId, SourcePost, Todo, TodoId } from '../todos/todo.ts';
import type { HistoryTableRow, ListTableRow, ReplyTableRow, TodoTableRow } from './rows.ts';

export function emptyList(id: ListId): ListRow {
  return { id, revision: 0, nextNumber: 1, openCount: 0, doneCount: 0 };
}

export function toList(row: ListTableRow): ListRow {
  return {
    id: row.id as ListId,
    revision: row.revision,
    nextNumber: row.next_number,
    openCount: row.open_count,
    doneCount: row.done_count,
  };
}

export function fromList(list: ListRow): ListTableRow {
  return {
    id: list.id,
    revision: list.revision,
    next_number: list.nextNumber,
    open_count: list.openCount,
    done_count: list.doneCount,
  };
}

export function toTodo(row: TodoTableRow): Todo {
  return {
    id: row.id as TodoId,
    listId: row.list_id as ListId,
    number: row.number,
    text: row.text,
    notes: row.notes,
    state: row.state,
    creatorId: row.creator_id as UserId,
    assigneeId: row.assignee_id as UserId | null,
    order: row.sort_order,
    version: row.version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    doneAt: row.done_at,
    source: toSource(row),
  };
}

function toSource(row: TodoTableRow): SourcePost | null {
  if (row.source_post_id === null || row.source_channel_id === null) return null;
  return { postId: row.source_post_id as PostId, channelId: row.source_channel_id as ChannelId };
}

export function fromTodo(todo: Todo): TodoTableRow {
  return {
    id: todo.id,
    list_id: todo.listId,
    number: todo.number,
    text: todo.text,
    notes: todo.notes,
    state: todo.state,
    creator_id: todo.creatorId,
    assignee_id: todo.assigneeId,
    sort_order: todo.order,
    version: todo.version,
    created_at: todo.createdAt,
    updated_at: todo.updatedAt,
    done_at: todo.doneAt,
    source_post_id: todo.source?.postId ?? null,
    source_channel_id: todo.source?.channelId ?? null,
  };
}

export function toLine(row: HistoryTableRow): HistoryLine {
  return {
    changeId: row.change_id as ChangeId,
    listId: row.list_id as ListId,
    todoId: row.todo_id as TodoId,
    actorId: row.actor_id as UserId,
    act: row.act,
    at: row.at,
    before: JSON.parse(row.before_fields) as Partial<Fields>,
    after: JSON.parse(row.after_fields) as Partial<Fields>,
    undoes: row.undoes as ChangeId | null,
  };
}

export function fromLine(line: HistoryLine): HistoryTableRow {
  return {
    change_id: line.changeId,
    list_id: line.listId,
    todo_id: line.todoId,
    actor_id: line.actorId,
    act: line.act,
    at: line.at,
    before_fields: JSON.stringify(line.before),
    after_fields: JSON.stringify(line.after),
    undoes: line.undoes,
  };
}

export function fromDraft(
  draft: ReplyDraft,
  made: { id: string; orderKey: string; at: number },
): Pick<ReplyTableRow, 'id' | 'order_key' | 'target' | 'text' | 'created_at'> {
  return {
    id: made.id,
    order_key: made.orderKey,
    target: JSON.stringify(draft.target),
    text: draft.text,
    created_at: made.at,
  };
}

/** The reply of a row just taken, whose `attempts` counts this time too. */
export function toTakenReply(row: ReplyTableRow): Reply {
  return {
    id: row.id as ReplyId,
    orderKey: row.order_key,
    target: JSON.parse(row.target) as ReplyTarget,
    text: row.text,
    createdAt: row.created_at,
    attempts: row.attempts - 1,
  };
}

/** A row of which somebody holds the lease. */
export function toLease(row: Pick<ReplyTableRow, 'id' | 'taken_by' | 'due_at'>): Lease {
  return { id: row.id as ReplyId, holder: row.taken_by ?? '', until: row.due_at };
}
