import type { Kysely } from 'kysely';
import type { TodoWriter } from '../../todos/ports.ts';
import { fromLine, fromList, fromTodo } from '../mapping.ts';
import { prepared } from '../prepared.ts';
import type { Database, HistoryTableRow, ListTableRow, TodoTableRow } from '../rows.ts';
import type { Run } from '../runner.ts';

export type SaveQueries = ReturnType<typeof saveQueries>;

export function saveQueries(db: Kysely<Database>) {
  return {
    putList: prepared(({ id, revision, next_number, open_count, done_count }: ListTableRow) => {
      const counts = { revision, next_number, open_count, done_count };
      return db
        .insertInto('todo_list')
        .values({ id, ...counts })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(counts));
    }),
    insertTodo: prepared((row: TodoTableRow) => db.insertInto('todo').values(todoColumns(row))),
    updateTodo: prepared(
      ({ id, text, notes, state, sort_order, version, updated_at, done_at }: TodoTableRow) =>
        db
          .updateTable('todo')
          .set({ text, notes, state, sort_order, version, updated_at, done_at })
          .where('id', '=', id),
    ),
    insertLine: prepared((row: HistoryTableRow) => db.insertInto('todo_history').values(lineColumns(row))),
  };
}

/** Row by row: in this process a statement costs microseconds. The list goes first, the others refer to it. */
export function makeSave(run: Run, queries: SaveQueries): TodoWriter['save'] {
  return async ({ inserted, updated, list, history }) => {
    await run(queries.putList(fromList(list)));
    for (const todo of inserted) await run(queries.insertTodo(fromTodo(todo)));
    for (const todo of updated) await run(queries.updateTodo(fromTodo(todo)));
    for (const line of history) await run(queries.insertLine(fromLine(line)));
  };
}

/** Named one by one, since a row of holes cannot be spread. */
function todoColumns(row: TodoTableRow): TodoTableRow {
  return {
    id: row.id,
    list_id: row.list_id,
    number: row.number,
    text: row.text,
    notes: row.notes,
    state: row.state,
    creator_id: row.creator_id,
    assignee_id: row.assignee_id,
    sort_order: row.sort_order,
    version: row.version,
    created_at: row.created_at,
    updated_at: row.updated_at,
    done_at: row.done_at,
    source_post_id: row.source_post_id,
    source_channel_id: row.source_channel_id,
  };
}

function lineColumns(row: HistoryTableRow): HistoryTableRow {
  return {
    change_id: row.change_id,
    list_id: row.list_id,
    todo_id: row.todo_id,
    actor_id: row.actor_id,
    act: row.act,
    at: row.at,
    before_fields: row.before_fields,
    after_fields: row.after_fields,
    undoes: row.undoes,
  };
}
