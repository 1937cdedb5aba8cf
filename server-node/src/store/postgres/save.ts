import { sql, type Kysely } from 'kysely';
import type { TodoWriter } from '../../todos/ports.ts';
import { touchedBy, wakingThem } from '../living-posts.ts';
import { CHANGING_COLUMNS, COLUMNS } from '../columns.ts';
import { fromLine, fromList, fromMove, fromTodo, placeOf } from '../mapping.ts';
import { pick, prepared } from '../prepared.ts';
import type { Database, ListTableRow } from '../rows.ts';
import type { Run } from '../runner.ts';
import { changeChannel, toPayload } from './channels.ts';

/** Rows as JSON, however many. */
interface Saved {
  lists: string;
  list_ids: readonly string[];
  inserted: string;
  updated: string;
  /** Said apart, since PostgreSQL expects a thousand rows of JSON and would walk through all to-dos for them. */
  updated_ids: readonly string[];
  history: string;
  /** When the change was made, and what living posts can be about that show it. */
  at: number;
  touched: readonly string[];
  channel: string;
  payload: string;
}

interface Moved {
  /** Rows as JSON. */
  moves: string;
  arrivals: readonly string[];
}

export type SaveQueries = ReturnType<typeof saveQueries>;

export function saveQueries(db: Kysely<Database>) {
  return {
    /** One round trip for a whole change and its announcement, which PostgreSQL sends when the transaction commits. */
    save: prepared((saved: Saved) => ({ compile: () => savingAll(saved).compile(db) })),
    move: prepared((moved: Moved) => ({ compile: () => movingAll(moved).compile(db) })),
    lockList: prepared(({ id }: { id: string }) =>
      db.selectFrom('todo_list').selectAll().where('id', '=', id).forUpdate(),
    ),
    makeList: prepared((row: ListTableRow) =>
      db
        .insertInto('todo_list')
        .values(pick(row, COLUMNS.todo_list))
        .onConflict((conflict) => conflict.doNothing()),
    ),
  };
}

function savingAll(saved: Saved) {
  return sql`
    with list as (
      update todo_list set ${settingNew(LIST_COLUMNS)}
      from json_populate_recordset(null::todo_list, ${saved.lists}::json) as new
      where todo_list.id = new.id and todo_list.id = any(${saved.list_ids})
    ), inserted as (
      insert into todo (${columns(COLUMNS.todo)}) select ${columns(COLUMNS.todo)}
      from json_populate_recordset(null::todo, ${saved.inserted}::json)
    ), updated as (
      update todo set ${settingNew(CHANGING_COLUMNS)}
      from json_populate_recordset(null::todo, ${saved.updated}::json) as new
      where todo.id = new.id and todo.id = any(${saved.updated_ids})
    ), history as (
      insert into todo_history (${columns(COLUMNS.todo_history)}) select ${columns(COLUMNS.todo_history)}
      from json_populate_recordset(null::todo_history, ${saved.history}::json)
    ), living as (
      ${wakingThem(saved.at, sql`about = any(${saved.touched})`, 'greatest')}
    )
    select pg_notify(${saved.channel}, ${saved.payload})`;
}

/** Where numbers of lists went; such a change is rare, so it takes one round trip more. */
function movingAll({ moves, arrivals }: Moved) {
  return sql`
    with arrived as (
      delete from todo_moved where place = any(${arrivals})
    )
    insert into todo_moved (${columns(COLUMNS.todo_moved)}) select ${columns(COLUMNS.todo_moved)}
    from json_populate_recordset(null::todo_moved, ${moves}::json)
    on conflict (place) do update set ${sql.raw('todo_id = excluded.todo_id, person_id = excluded.person_id')}`;
}

const LIST_COLUMNS = COLUMNS.todo_list.filter((name) => name !== 'id');
const columns = (names: readonly string[]) => sql.raw(names.join(', '));
const settingNew = (names: readonly string[]) =>
  sql.raw(names.map((name) => `${name} = new.${name}`).join(', '));

export function makeSave(run: Run, queries: SaveQueries, schema: string): TodoWriter['save'] {
  return async ({ inserted, updated, lists, history, moves, concerns }) => {
    const [line] = history;
    if (line === undefined) throw new Error('A change without a line of history cannot be saved.');
    await run(
      queries.save({
        lists: JSON.stringify(lists.map(fromList)),
        list_ids: lists.map(({ id }) => id),
        inserted: JSON.stringify(inserted.map(fromTodo)),
        updated: JSON.stringify(updated.map(fromTodo)),
        updated_ids: updated.map(({ id }) => id),
        at: line.at,
        touched: touchedBy(concerns),
        history: JSON.stringify(history.map(fromLine)),
        channel: changeChannel(schema),
        payload: toPayload({ changeId: line.changeId, ...concerns }),
      }),
    );
    if (moves.length === 0) return;
    const arrivals = moves.map(({ to }) => placeOf(to));
    await run(queries.move({ moves: JSON.stringify(moves.map(fromMove)), arrivals }));
  };
}
