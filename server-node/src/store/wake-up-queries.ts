import { sql, type Kysely } from 'kysely';
import { WAKE_UP_KINDS } from '../wake-ups/wake-up.ts';
import { COLUMNS } from './columns.ts';
import type { Flavour } from './flavour.ts';
import { prepared } from './prepared.ts';
import type { Database } from './rows.ts';

interface Take {
  now: number;
  limit: number;
  holder: string;
}
interface Named {
  keys: readonly string[];
  holder: string;
}

export type WakeUpQueries = ReturnType<typeof wakeUpQueries>;

const NAMES = COLUMNS.wake_up;
const names = sql.raw(NAMES.join(', '));
const settingNew = sql.raw(
  NAMES.filter((name) => name !== 'key')
    .map((name) => `${name} = excluded.${name}`)
    .join(', '),
);
const KNOWN_KINDS = sql.raw(WAKE_UP_KINDS.map((kind) => `'${kind}'`).join(', '));

/** Written so that the rows are found by their keys, and not among all that the holder has. */
const isHeldBy = (holder: string) => sql<boolean>`coalesce(taken_by, '') = ${holder}`;

export function wakeUpQueries(db: Kysely<Database>, { locksRows, oneOf, records }: Flavour) {
  return {
    /** However many: as one parameter. */
    schedule: prepared(({ rows }: { rows: string }) => ({
      compile: () =>
        sql<never>`insert into wake_up (${names}) select ${names} from ${records('wake_up', NAMES, rows)} where true
          on conflict (key) do update set ${settingNew}`.compile(db),
    })),
    unschedule: prepared(({ keys }: { keys: readonly string[] }) =>
      db.deleteFrom('wake_up').where(oneOf('key', keys)),
    ),
    /** PostgreSQL walks the index in its order only when the order names `taken_by` too, which is null in all of them. */
    take: prepared(({ now, limit, holder }: Take) =>
      db
        .with('due', (cte) =>
          cte
            .selectFrom('wake_up')
            .select('key')
            .where('taken_by', 'is', null)
            .where('due_at', '<=', now)
            .where(sql<boolean>`kind in (${KNOWN_KINDS})`)
            .orderBy('taken_by')
            .orderBy('due_at')
            .limit(limit)
            .$if(locksRows, (query) => query.forUpdate().skipLocked()),
        )
        .updateTable('wake_up')
        .set(({ eb }) => ({ taken_by: holder, attempts: eb('attempts', '+', sql.lit(1)) }))
        // Whether somebody has them is not asked again: SQLite would walk through all that nobody has for it.
        .where('key', 'in', ({ selectFrom }) => selectFrom('due').select('key'))
        .returningAll(),
    ),
    nextAt: prepared(() =>
      db
        .selectFrom('wake_up')
        .select('due_at')
        .where('taken_by', 'is', null)
        .where(sql<boolean>`kind in (${KNOWN_KINDS})`)
        .orderBy('taken_by')
        .orderBy('due_at')
        .limit(sql.lit(1)),
    ),
    finish: prepared(({ keys, holder }: Named) =>
      db.deleteFrom('wake_up').where(oneOf('key', keys)).where(isHeldBy(holder)).returning('key'),
    ),
    putOff: prepared(({ keys, holder, dueAt }: Named & { dueAt: number }) =>
      db
        .updateTable('wake_up')
        .set({ due_at: dueAt, taken_by: null })
        .where(oneOf('key', keys))
        .where(isHeldBy(holder)),
    ),
    giveBack: prepared(({ holder }: { holder: string }) =>
      db.updateTable('wake_up').set({ taken_by: null }).where('taken_by', '=', holder),
    ),
    renew: prepared(({ holder }: { holder: string }) =>
      db
        .updateTable('wake_up')
        .set(({ eb }) => ({ due_at: eb('due_at', '+', sql.lit(1)) }))
        .where('taken_by', '=', holder),
    ),
    held: prepared(() =>
      db
        .selectFrom('wake_up')
        .select(({ fn }) => ['taken_by', fn.sum<number>('due_at').as('mark')])
        .where('taken_by', '>', sql.lit(''))
        .groupBy('taken_by'),
    ),
    /** The sum is asked again, so that a holder that has come back to life meanwhile keeps what it has. */
    free: prepared(({ holder, mark }: { holder: string; mark: number }) =>
      db
        .updateTable('wake_up')
        .set(({ ref }) => ({ due_at: ref('at'), taken_by: null }))
        .where('taken_by', '=', holder)
        .where(({ eb, selectFrom }) =>
          eb(
            selectFrom('wake_up as same')
              .select(({ fn }) => fn.sum<number>('same.due_at').as('mark'))
              .where('same.taken_by', '=', holder),
            '=',
            mark,
          ),
        ),
    ),
    recall: prepared(({ farthest }: { farthest: number }) =>
      db
        .updateTable('wake_up')
        .set(({ ref }) => ({ due_at: ref('at') }))
        .where('taken_by', 'is', null)
        .where('due_at', '>', farthest)
        .whereRef('due_at', '>', 'at'),
    ),
    waiting: prepared(() => db.selectFrom('wake_up').select(({ fn }) => fn.countAll<number>().as('waiting'))),
  };
}
