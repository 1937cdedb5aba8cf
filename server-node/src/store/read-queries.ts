import { sql, type Kysely } from 'kysely';
import type { Act } from '../contract/vocabulary.ts';
import type { Place } from './cursor.ts';
import type { Flavour } from './flavour.ts';
import { prepared } from './prepared.ts';
import type { Database } from './rows.ts';

/** Above `after`, and up to `until`. */
interface DueSpan {
  personId: string;
  after: number;
  until: number;
}

interface ByActor {
  listId: string;
  actorId: string;
}

/** Whose clock counts for a to-do; to the letter as in the indexes `todo_due` and `todo_reminded`. */
const holder = sql<string>`coalesce(assignee_id, creator_id)`;

const isDue = sql<boolean>`state = 'open' and due_at is not null`;
const isReminded = sql<boolean>`state = 'open' and due_at is null and due_zone is not null`;

interface Elsewhere {
  personId: string;
  zone: string;
  limit: number;
}

type PagePlace = Place & { listId: string; limit: number };

export type ReadQueries = ReturnType<typeof readQueries>;

/** Built once for each database; nothing here is counted, and each has an index that it walks. */
export function readQueries(db: Kysely<Database>, flavour: Flavour) {
  const todos = db.selectFrom('todo').selectAll();
  const lines = db.selectFrom('todo_history').selectAll();
  const holders = db.selectFrom('todo').select(holder.as('person_id')).orderBy(holder).limit(sql.lit(1));
  const moved = db
    .selectFrom('todo_moved')
    .innerJoin('todo', 'todo.id', 'todo_moved.todo_id')
    .select(['place', 'todo_id', 'person_id', 'creator_id']);
  const undoable = db
    .selectFrom('todo_history as line')
    .select(['line.change_id', 'line.seq'])
    .where('line.undoes', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('todo_history as undo')
            .select('undo.seq')
            .whereRef('undo.undoes', '=', 'line.change_id'),
        ),
      ),
    )
    .orderBy('line.seq', 'desc')
    .limit(sql.lit(1));
  return {
    list: prepared(({ id }: { id: string }) => db.selectFrom('todo_list').selectAll().where('id', '=', id)),
    openPage: prepared(({ listId, at, number, limit }: PagePlace) =>
      todos
        .where('list_id', '=', listId)
        .where('state', '=', sql.lit('open'))
        .where(sql<boolean>`(sort_order, number) > (${at}, ${number})`)
        .orderBy('sort_order')
        .orderBy('number')
        .limit(limit),
    ),
    donePage: prepared(({ listId, at, number, limit }: PagePlace) =>
      todos
        .where('list_id', '=', listId)
        .where('state', '=', sql.lit('done'))
        .where(sql<boolean>`(done_at, number) < (${at}, ${number})`)
        .orderBy('done_at', 'desc')
        .orderBy('number', 'desc')
        .limit(limit),
    ),
    todo: prepared(({ id }: { id: string }) => todos.where('id', '=', id)),
    todosById: prepared(({ ids }: { ids: readonly string[] }) => todos.where(flavour.oneOf('id', ids))),
    todosByNumber: prepared(({ listId, numbers }: { listId: string; numbers: readonly number[] }) =>
      todos.where('list_id', '=', listId).where(flavour.oneOf('number', numbers)),
    ),
    openTexts: prepared(({ listId }: { listId: string }) =>
      db
        .selectFrom('todo')
        .select(['id', 'text'])
        .where('list_id', '=', listId)
        .where('state', '=', sql.lit('open'))
        .orderBy('sort_order')
        .orderBy('number'),
    ),
    linesOfAct: prepared(({ ids, act }: { ids: readonly string[]; act: Act }) =>
      db
        .selectFrom('todo_history')
        .select(['todo_id', 'actor_id', 'at'])
        .where(flavour.oneOf('todo_id', ids))
        .where('act', '=', act)
        .orderBy('seq'),
    ),
    doneTexts: prepared(({ listId, limit }: { listId: string; limit: number }) =>
      db
        .selectFrom('todo')
        .select(['id', 'text'])
        .where('list_id', '=', listId)
        .where('state', '=', sql.lit('done'))
        .orderBy('done_at', 'desc')
        .orderBy('number', 'desc')
        .limit(limit),
    ),
    history: prepared(({ todoId, limit }: { todoId: string; limit: number }) =>
      lines.where('todo_id', '=', todoId).orderBy('seq', 'desc').limit(limit),
    ),
    change: prepared(({ id }: { id: string }) => lines.where('change_id', '=', id).orderBy('seq')),
    due: prepared(({ personId, after, until, limit }: DueSpan & { limit: number }) =>
      todos
        .where(holder, '=', personId)
        .where('assignee_id', '=', personId)
        .where('state', '=', sql.lit('open'))
        .where('due_at', '>', after)
        .where('due_at', '<=', until)
        .orderBy('due_at')
        .orderBy('id')
        .limit(limit),
    ),
    /** Each of these has an index that holds what it asks for and nothing else, in this order. */
    requests: prepared(({ personId, limit }: { personId: string; limit: number }) =>
      todos
        .where('assignee_id', '=', personId)
        .where('state', '=', sql.lit('waiting'))
        .orderBy('requested_at')
        .orderBy('number')
        .limit(limit),
    ),
    askers: prepared(({ personId }: { personId: string }) =>
      db
        .selectFrom('todo')
        .select(({ fn }) => ['creator_id', fn.countAll<number>().as('count')])
        .where('assignee_id', '=', personId)
        .where('state', '=', sql.lit('waiting'))
        .groupBy('creator_id'),
    ),
    sent: prepared(({ personId, limit }: { personId: string; limit: number }) =>
      todos
        .where('creator_id', '=', personId)
        .where('request', 'is not', null)
        .where(sql<boolean>`state in ('open', 'waiting', 'declined')`)
        .orderBy('requested_at', 'desc')
        .orderBy('number', 'desc')
        .limit(limit),
    ),
    sentAndDone: prepared(({ personId, after, limit }: { personId: string; after: number; limit: number }) =>
      todos
        .where('creator_id', '=', personId)
        .where('request', 'is not', null)
        .where('state', '=', sql.lit('done'))
        .where('done_at', '>', after)
        .orderBy('done_at', 'desc')
        .limit(limit),
    ),
    mine: prepared(({ personId, limit }: { personId: string; limit: number }) =>
      todos
        .where('assignee_id', '=', personId)
        .where('state', '=', sql.lit('open'))
        .orderBy('created_at')
        .orderBy('number')
        .limit(limit),
    ),
    movedPlaces: prepared(({ places }: { places: readonly string[] }) =>
      moved.where(flavour.oneOf('place', places)),
    ),
    movedTodos: prepared(({ listId, ids }: { listId: string; ids: readonly string[] }) =>
      moved.where(flavour.oneOf('todo_id', ids)).where('todo_moved.list_id', '=', listId),
    ),
    madeOf: prepared(({ postId, limit }: { postId: string; limit: number }) =>
      todos.where('source_post_id', '=', postId).limit(limit),
    ),
    dueElsewhere: prepared(({ personId, zone, limit }: Elsewhere) =>
      todos.where(holder, '=', personId).where(isDue).where('due_zone', '<>', zone).limit(limit),
    ),
    remindedElsewhere: prepared(({ personId, zone, limit }: Elsewhere) =>
      todos.where(holder, '=', personId).where(isReminded).where('due_zone', '<>', zone).limit(limit),
    ),
    nextWithDue: prepared(({ after }: { after: string }) => holders.where(isDue).where(holder, '>', after)),
    nextReminded: prepared(({ after }: { after: string }) =>
      holders.where(isReminded).where(holder, '>', after),
    ),
    undoOf: prepared(({ id }: { id: string }) =>
      db.selectFrom('todo_history').select('change_id').where('undoes', '=', id).limit(sql.lit(1)),
    ),
    lastUndoable: prepared(({ listId, actorId }: ByActor) =>
      undoable
        .where('line.list_id', '=', listId)
        .where('line.made_in', 'is', null)
        .where('line.actor_id', '=', actorId),
    ),
    /** Of what was made in this list with to-dos of others. */
    lastUndoableElsewhere: prepared(({ listId, actorId }: ByActor) =>
      undoable.where('line.made_in', '=', listId).where('line.actor_id', '=', actorId),
    ),
  };
}
