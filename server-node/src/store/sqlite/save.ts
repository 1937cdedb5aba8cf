import type { Kysely } from 'kysely';
import type { TodoWriter } from '../../todos/ports.ts';
import { CHANGING_COLUMNS, COLUMNS } from '../columns.ts';
import { touchedBy, wakingThem } from '../living-posts.ts';
import { fromLine, fromList, fromMove, fromTodo, placeOf } from '../mapping.ts';
import { pick, prepared } from '../prepared.ts';
import type { Database, HistoryTableRow, ListTableRow, MovedTableRow, TodoTableRow } from '../rows.ts';
import type { Run } from '../runner.ts';
import { sqliteFlavour } from './flavour.ts';

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
    insertMove: prepared((row: MovedTableRow) =>
      db
        .insertInto('todo_moved')
        .values(pick(row, COLUMNS.todo_moved))
        .onConflict((conflict) => conflict.column('place').doUpdateSet(pick(row, COLUMNS.todo_moved))),
    ),
    deleteMove: prepared(({ place }: Pick<MovedTableRow, 'place'>) =>
      db.deleteFrom('todo_moved').where('place', '=', place),
    ),
    wakePosts: prepared(({ at, touched }: { at: number; touched: readonly string[] }) => ({
      compile: () => wakingThem(at, sqliteFlavour.oneOf('about', touched), 'max').compile(db),
    })),
  };
}

/** Row by row: in this process a statement costs microseconds. The lists go first, the others refer to them. */
export function makeSave(run: Run, queries: SaveQueries): TodoWriter['save'] {
  return async ({ inserted, updated, lists, history, moves, concerns }) => {
    for (const list of lists) await run(queries.putList(fromList(list)));
    for (const todo of inserted) await run(queries.insertTodo(fromTodo(todo)));
    for (const todo of updated) await run(queries.updateTodo(fromTodo(todo)));
    for (const line of history) await run(queries.insertLine(fromLine(line)));
    for (const move of moves) {
      await run(queries.insertMove(fromMove(move)));
      await run(queries.deleteMove({ place: placeOf(move.to) }));
    }
    const [{ at } = { at: 0 }] = history;
    await run(queries.wakePosts({ at, touched: sqliteFlavour.asParameter(touchedBy(concerns)) }));
  };
}
