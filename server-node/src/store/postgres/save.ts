import { sql, type Kysely } from 'kysely';
import type { TodoWriter } from '../../todos/ports.ts';
import { fromLine, fromList, fromTodo } from '../mapping.ts';
import { prepared } from '../prepared.ts';
import type { Database, ListTableRow } from '../rows.ts';
import type { Run } from '../runner.ts';
import { changeChannel, toPayload } from './channels.ts';

/** Rows as JSON, however many. */
interface Saved extends ListTableRow {
  inserted: string;
  updated: string;
  /** Said apart, since PostgreSQL expects a thousand rows of JSON and would walk through all to-dos for them. */
  updated_ids: readonly string[];
  history: string;
  channel: string;
  payload: string;
}

export type SaveQueries = ReturnType<typeof saveQueries>;

export function saveQueries(db: Kysely<Database>) {
  return {
    /** One round trip for a whole change and its announcement, which PostgreSQL sends when the transaction commits. */
    save: prepared((saved: Saved) => ({ compile: () => savingAll(saved).compile(db) })),
    lockList: prepared(({ id }: { id: string }) =>
      db.selectFrom('todo_list').selectAll().where('id', '=', id).forUpdate(),
    ),
    makeList: prepared(({ id, revision, next_number, open_count, done_count }: ListTableRow) =>
      db
        .insertInto('todo_list')
        .values({ id, revision, next_number, open_count, done_count })
        .onConflict((conflict) => conflict.doNothing()),
    ),
  };
}

function savingAll(saved: Saved) {
  return sql`
    with list as (
      update todo_list set revision = ${saved.revision}, next_number = ${saved.next_number},
        open_count = ${saved.open_count}, done_count = ${saved.done_count}
      where id = ${saved.id}
    ), inserted as (
      insert into todo (id, list_id, number, text, notes, state, creator_id, assignee_id, sort_order, version,
        created_at, updated_at, done_at, source_post_id, source_channel_id)
      select id, list_id, number, text, notes, state, creator_id, assignee_id, sort_order, version,
        created_at, updated_at, done_at, source_post_id, source_channel_id
      from json_populate_recordset(null::todo, ${saved.inserted}::json)
    ), updated as (
      update todo set text = new.text, notes = new.notes, state = new.state, sort_order = new.sort_order,
        version = new.version, updated_at = new.updated_at, done_at = new.done_at
      from json_populate_recordset(null::todo, ${saved.updated}::json) as new
      where todo.id = new.id and todo.id = any(${saved.updated_ids})
    ), history as (
      insert into todo_history (change_id, list_id, todo_id, actor_id, act, at, before_fields, after_fields, undoes)
      select change_id, list_id, todo_id, actor_id, act, at, before_fields, after_fields, undoes
      from json_populate_recordset(null::todo_history, ${saved.history}::json)
    )
    select pg_notify(${saved.channel}, ${saved.payload})`;
}

export function makeSave(run: Run, queries: SaveQueries, schema: string): TodoWriter['save'] {
  return async ({ inserted, updated, list, history, concerns }) => {
    const [line] = history;
    if (line === undefined) throw new Error('A change without a line of history cannot be saved.');
    await run(
      queries.save({
        ...fromList(list),
        inserted: JSON.stringify(inserted.map(fromTodo)),
        updated: JSON.stringify(updated.map(fromTodo)),
        updated_ids: updated.map(({ id }) => id),
        history: JSON.stringify(history.map(fromLine)),
        channel: changeChannel(schema),
        payload: toPayload({ changeId: line.changeId, ...concerns }),
      }),
    );
  };
}
