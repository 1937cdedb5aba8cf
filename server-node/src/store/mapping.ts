import type { RequestState } from '../contract/vocabulary.ts';
import type { Lease } from '../replies/ports.ts';
import { checkChoices, type Choices } from '../replies/choices.ts';
import type { ReplyDraft, ReplyId, ReplyTarget, Reply } from '../replies/reply.ts';
import type { ChannelId, PostId, UserId } from '../shared/ids.ts';
import type { ListId } from '../todos/list.ts';
import type { HistoryLine, ListRow, Move } from '../todos/ports.ts';
import { TODO_COLUMNS, type Fields } from '../todos/todo-columns.ts';
import type { ChangeId, SourcePost, Todo, TodoId } from '../todos/todo.ts';
import type { TakenWakeUp, WakeUp, WakeUpKey, WakeUpKind } from '../wake-ups/wake-up.ts';
import type {
  HistoryTableRow,
  ListTableRow,
  MovedTableRow,
  ReplyTableRow,
  TodoTableRow,
  WakeUpTableRow,
} from './rows.ts';
import type { NewReply } from './outbox-queries.ts';

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

const { sourcePostId: SOURCE_POST, sourceChannelId: SOURCE_CHANNEL, ...OWN } = TODO_COLUMNS;
const PAIRS = Object.entries(OWN).map(
  ([name, kept]) => [name as keyof typeof OWN, kept.column, 'isJson' in kept] as const,
);

/** A copy of it is one piece of memory; fields added one by one would have V8 move each to-do several times. */
const EMPTY: Record<string, unknown> = {
  ...Object.fromEntries(PAIRS.map(([name]) => [name, null])),
  source: null,
};

export function toTodo(row: TodoTableRow): Todo {
  const fields = { ...EMPTY };
  for (const [name, column, isJson] of PAIRS) {
    fields[name] = isJson ? (JSON.parse(row[column] as string) as unknown) : row[column];
  }
  fields['source'] = toSource(row);
  fields['request'] = toRequest(row);
  return fields as unknown as Todo;
}

/** A process of 0.3 that undoes an answer, or opens what waits, leaves what it does not know: so the state counts. */
function toRequest({ state, request }: TodoTableRow): RequestState | null {
  if (state === 'waiting' || state === 'declined') return state;
  const wasAsked = request === 'waiting' || request === 'declined';
  return wasAsked && state !== 'deleted' ? 'accepted' : request;
}

function toSource(row: TodoTableRow): SourcePost | null {
  if (row.source_post_id === null || row.source_channel_id === null) return null;
  return { postId: row.source_post_id as PostId, channelId: row.source_channel_id as ChannelId };
}

export function fromTodo(todo: Todo): TodoTableRow {
  const row: Record<string, unknown> = {};
  for (const [name, column, isJson] of PAIRS) row[column] = isJson ? JSON.stringify(todo[name]) : todo[name];
  row[SOURCE_POST.column] = todo.source?.postId ?? null;
  row[SOURCE_CHANNEL.column] = todo.source?.channelId ?? null;
  return row as TodoTableRow;
}

export function toLine(row: HistoryTableRow): HistoryLine {
  return {
    changeId: row.change_id as ChangeId,
    listId: row.list_id as ListId,
    madeIn: (row.made_in ?? row.list_id) as ListId,
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
    made_in: line.madeIn === line.listId ? null : line.madeIn,
  };
}

/** What `todo_moved` calls a number of a list. */
export const placeOf = ({ listId, number }: Move['from']): string => `${listId} ${number}`;
export const numberIn = (place: string): number => Number(place.slice(place.lastIndexOf(' ') + 1));

export const fromMove = ({ from, todoId, toId }: Move): MovedTableRow => ({
  ...{ place: placeOf(from), list_id: from.listId, todo_id: todoId, person_id: toId },
});

export function fromDraft(draft: ReplyDraft, made: { id: string; orderKey: string; at: number }): NewReply {
  if (draft.choices !== undefined) checkChoices(draft.choices);
  return {
    id: draft.id ?? made.id,
    order_key: made.orderKey,
    target: JSON.stringify(draft.target),
    text: draft.text,
    choices: draft.choices === undefined ? null : JSON.stringify(draft.choices),
    created_at: made.at,
  };
}

/** The reply of a row just taken, whose `attempts` counts this time too. */
export function toTakenReply(row: ReplyTableRow): Reply {
  return {
    id: row.id as ReplyId,
    orderKey: row.order_key,
    target: toTarget(row),
    text: row.text,
    ...(row.choices === null ? {} : { choices: JSON.parse(row.choices) as Choices }),
    createdAt: row.created_at,
    attempts: row.attempts - 1,
  };
}

export const toTarget = ({ target }: Pick<ReplyTableRow, 'target'>): ReplyTarget =>
  JSON.parse(target) as ReplyTarget;

/** A row of which somebody holds the lease. */
export function toLease(row: Pick<ReplyTableRow, 'id' | 'taken_by' | 'due_at'>): Lease {
  return { id: row.id as ReplyId, holder: row.taken_by ?? '', until: row.due_at };
}

export function fromWakeUp({ key, at, kind, personId, about }: WakeUp): WakeUpTableRow {
  return { key, at, kind, person_id: personId, about, due_at: at, taken_by: null, attempts: 0 };
}

/** The wake-up of a row just taken, whose `attempts` counts this time too. */
export function toTakenWakeUp(row: WakeUpTableRow): TakenWakeUp {
  return {
    key: row.key as WakeUpKey,
    at: row.at,
    kind: row.kind as WakeUpKind,
    personId: row.person_id as UserId,
    about: row.about,
    attempts: row.attempts - 1,
    dueAt: row.due_at,
  };
}
