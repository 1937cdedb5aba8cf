import type { Kysely } from 'kysely';
import type { TodoWriter } from '../../todos/ports.ts';
import { CHANGING_COLUMNS, COLUMNS } from '../columns.ts';
import { fromLine, fromList, fromTodo } from '../mapping.ts';
import { pick, prepared } from '../prepared.ts';
import type { Database, HistoryTableRow, ListTableRow, TodoTableRow } from '../rows.ts';
import type { Run } from '../runner.ts';

export type SaveQueries = ReturnType<typeof saveQueries>;

export function saveQueries(db: Kysely<Database>) {
  return {
    putList: prepared((row: ListTableRow) =>
      db
        .insertInto('todo_list')
        .values(pick(row, COLUMNS.todo_list))
        .onConflict((conflict) => conflict.column('id').doUpdateSet(pick(row, COLUMNS.todo_list))),
    ),
    insertTodo: prepared((row: TodoTableRow) => db.insertInto('todo').values(pick(row, COLUMNS.todo))),
    updateTodo: prepared((row: TodoTableRow) =>
      db.updateTable('todo').set(pick(row, CHANGING_COLUMNS)).where('id', '=', row.id),
    ),
    insertLine: prepared((row: HistoryTableRow) =>
      db.insertInto('todo_history').values(pick(row, COLUMNS.todo_history)),
    ),
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
