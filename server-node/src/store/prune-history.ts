import { setImmediate as othersGoOn } from 'node:timers/promises';
import { sql, type Kysely } from 'kysely';
import type { TodoStore } from '../todos/ports.ts';
import { prepared } from './prepared.ts';
import type { Database } from './rows.ts';
import type { Run } from './runner.ts';

/** So few that on SQLite, which works inside this process, a step takes a few milliseconds at most. */
const TODOS_A_STEP = 500;
const LINES_A_STEP = 200;

type Queries = ReturnType<typeof historyPruneQueries>;

/** Both walk the index of a to-do's lines. */
export function historyPruneQueries(db: Kysely<Database>) {
  const lines = db.selectFrom('todo_history');
  return {
    /** Of the next to-dos those that have too many lines, and the last one looked at, which may have few. */
    tooLong: prepared(({ after, keep }: { after: string; keep: number }) => {
      const counted = lines
        .select(({ fn }) => ['todo_id', fn.countAll<number>().as('count')])
        .where('todo_id', '>', after)
        .groupBy('todo_id')
        .orderBy('todo_id')
        .limit(sql.lit(TODOS_A_STEP));
      return db
        .with('step', () => counted)
        .selectFrom('step')
        .select(['todo_id', 'count'])
        .where(({ or, eb, selectFrom }) =>
          or([
            eb('count', '>', keep),
            eb(
              'todo_id',
              '=',
              selectFrom('step').select(({ fn }) => fn.max('todo_id').as('last')),
            ),
          ]),
        )
        .orderBy('todo_id');
    }),
    /** The oldest first, so that an undo is never forgotten before what it took back. */
    forgetOldest: prepared(({ todoId, keep }: { todoId: string; keep: number }) => {
      const ofTodo = lines.select('seq').where('todo_id', '=', todoId);
      const newestTooMuch = ofTodo.orderBy('seq', 'desc').limit(sql.lit(1)).offset(keep);
      const oldest = ofTodo.where('seq', '<=', newestTooMuch).orderBy('seq').limit(sql.lit(LINES_A_STEP));
      return db.deleteFrom('todo_history').where('seq', 'in', oldest).returning('seq');
    }),
  };
}

/** Each step finds out itself what is too much, so that several processes may do this at the same time. */
export function makePruneHistory(
  { read, write }: { read: Run; write: Run },
  queries: Queries,
): TodoStore['pruneHistory'] {
  const goesOn = async (signal: AbortSignal | undefined): Promise<boolean> => {
    await othersGoOn();
    return signal?.aborted !== true;
  };
  const shorten = async (todoId: string, keep: number, signal?: AbortSignal): Promise<void> => {
    while (await goesOn(signal)) {
      const forgotten = await write(queries.forgetOldest({ todoId, keep }));
      if (forgotten.length < LINES_A_STEP) return;
    }
  };
  return async (keep, signal) => {
    let after: string | undefined = '';
    while (after !== undefined && (await goesOn(signal))) {
      const step: readonly { todo_id: string; count: number }[] = await read(
        queries.tooLong({ after, keep }),
      );
      for (const { todo_id: todoId, count } of step) {
        if (count > keep) await shorten(todoId, keep, signal);
      }
      after = step.at(-1)?.todo_id;
    }
  };
}
