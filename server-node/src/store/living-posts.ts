import { sql, type Kysely } from 'kysely';
import {
  EDIT_EVERY_MS,
  livingWakeUp,
  type LivingPost,
  type LivingPostKey,
} from '../living-posts/living-post.ts';
import type { LivingPostReader, LivingPostWriter, NamedTodo } from '../living-posts/ports.ts';
import type { ReplyId } from '../replies/reply.ts';
import type { ChannelId, PostId } from '../shared/ids.ts';
import { personList, type ListId } from '../todos/list.ts';
import type { TodoId } from '../todos/todo.ts';
import type { Concern } from '../todos/whom-it-concerns.ts';
import { COLUMNS } from './columns.ts';
import type { Flavour } from './flavour.ts';
import { pick, prepared } from './prepared.ts';
import type { Database, LivingPostTableRow, LivingPostTodoTableRow } from './rows.ts';
import type { Run } from './runner.ts';

export type LivingPostQueries = ReturnType<typeof livingPostQueries>;

const NAMED = COLUMNS.living_post_todo;
const namedColumns = sql.raw(NAMED.join(', '));

export function livingPostQueries(db: Kysely<Database>, { locksRows, oneOf, records, later }: Flavour) {
  return {
    find: prepared(({ key }: { key: string }) =>
      db.selectFrom('living_post').selectAll().where('key', '=', key),
    ),
    lock: prepared(({ key }: { key: string }) =>
      db
        .selectFrom('living_post')
        .selectAll()
        .where('key', '=', key)
        .$if(locksRows, (query) => query.forUpdate()),
    ),
    put: prepared((row: LivingPostTableRow) => {
      const whole = pick(row, COLUMNS.living_post);
      return db
        .insertInto('living_post')
        .values(whole)
        .onConflict((conflict) => conflict.column('key').doUpdateSet(whole));
    }),
    forget: prepared(({ key }: { key: string }) => db.deleteFrom('living_post').where('key', '=', key)),
    named: prepared(({ key }: { key: string }) =>
      db.selectFrom('living_post_todo').selectAll().where('post_key', '=', key).orderBy('todo_id'),
    ),
    name: prepared(({ rows }: { rows: string }) => ({
      compile: () =>
        sql<never>`insert into living_post_todo (${namedColumns})
          select ${namedColumns} from ${records('living_post_todo', NAMED, rows)} where true
          on conflict (id) do nothing`.compile(db),
    })),
    namedAbout: prepared(({ about, ids }: { about: string; ids: readonly string[] }) =>
      db
        .selectFrom('living_post_todo')
        .selectAll()
        .where(oneOf('todo_id', ids))
        .where('post_key', 'in', db.selectFrom('living_post').select('key').where('about', '=', about)),
    ),
    nameAnew: prepared(({ about, todoId, text }: { about: string; todoId: string; text: string }) =>
      db
        .updateTable('living_post_todo')
        .set({ text })
        .where('todo_id', '=', todoId)
        .where('post_key', 'in', db.selectFrom('living_post').select('key').where('about', '=', about)),
    ),
    forgetNamed: prepared(({ key }: { key: string }) =>
      db.deleteFrom('living_post_todo').where('post_key', '=', key),
    ),
    wakeNaming: prepared(({ at, ids }: { at: number; ids: readonly string[] }) => ({
      compile: () => {
        const keys = sql`select post_key from living_post_todo where ${oneOf('todo_id', ids)}`;
        return wakingThem(at, sql`key in (${keys})`, later).compile(db);
      },
    })),
  };
}

export const makeLivingPostReader = (run: Run, queries: LivingPostQueries): LivingPostReader => ({
  find: async (key) => (await run(queries.find({ key }))).map(toLivingPost)[0],
  named: async (key) => (await run(queries.named({ key }))).map(toNamed),
});

export function makeLivingPostWriter(
  run: Run,
  queries: LivingPostQueries,
  { asParameter }: Flavour,
): LivingPostWriter {
  return {
    lock: async (key) => (await run(queries.lock({ key }))).map(toLivingPost)[0],
    put: async (post) => void (await run(queries.put(fromLivingPost(post)))),
    forget: async (key) => {
      await run(queries.forget({ key }));
      await run(queries.forgetNamed({ key }));
    },
    name: async (key, todos) => {
      if (todos.length === 0) return;
      await run(queries.name({ rows: JSON.stringify(todos.map((todo) => fromNamed(key, todo))) }));
    },
    namedAbout: async (about, ids) =>
      ids.length === 0 ? [] : (await run(queries.namedAbout({ about, ids: asParameter(ids) }))).map(toNamed),
    nameAnew: async (about, { todoId, text }) => void (await run(queries.nameAnew({ about, todoId, text }))),
    wakeNaming: async (ids, at) => {
      if (ids.length > 0) await run(queries.wakeNaming({ at, ids: asParameter(ids) }));
    },
  };
}

const { key: WAKE_UP, kind: KIND } = livingWakeUp('' as LivingPostKey, 0);

/**
 * Has the posts that may show a change looked at, as soon as each may be edited again. It comes with every change, and
 * is no more than a look into an index where there are no such posts.
 *
 * @param at when the change was made
 * @param isAbout of the column `about`
 * @param later the greater of two numbers
 */
export const wakingThem = (at: unknown, isAbout: unknown, later: Flavour['later']) => {
  const due = sql`${sql.raw(later)}(${at}, edited_at + ${sql.lit(EDIT_EVERY_MS)})`;
  return sql`insert into wake_up (key, at, kind, person_id, about, due_at, taken_by, attempts)
    select ${sql.lit(WAKE_UP)} || key, ${due}, ${sql.lit(KIND)}, key, key, ${due}, null, 0
    from living_post where ${isAbout} order by key
    on conflict (key) do update set at = excluded.at, due_at = excluded.due_at, taken_by = null, attempts = 0`;
};

/** What posts can be about that show something of a change. */
export const touchedBy = ({ lists, people }: Concern): ListId[] => [
  ...new Set([...lists, ...people.map(personList)]),
];

function fromLivingPost(post: LivingPost): LivingPostTableRow {
  return {
    key: post.key,
    kind: post.kind,
    about: post.about,
    channel_id: post.channelId,
    reply_id: post.replyId,
    post_id: post.postId,
    is_pinned: post.isPinned ? 1 : 0,
    shown: post.shown,
    edits: post.edits,
    edited_at: post.editedAt,
  };
}

const fromNamed = (key: LivingPostKey, { todoId, text, toldAt }: NamedTodo): LivingPostTodoTableRow => ({
  ...{ id: `${key} ${todoId}`, post_key: key, todo_id: todoId, text, told_at: toldAt },
});

const toNamed = (row: LivingPostTodoTableRow): NamedTodo => ({
  ...{ todoId: row.todo_id as TodoId, text: row.text, toldAt: Number(row.told_at) },
});

const toLivingPost = (row: LivingPostTableRow): LivingPost => ({
  key: row.key as LivingPostKey,
  kind: row.kind as LivingPost['kind'],
  about: row.about,
  channelId: row.channel_id as ChannelId,
  replyId: row.reply_id as ReplyId,
  postId: row.post_id as PostId | null,
  isPinned: row.is_pinned === 1,
  shown: row.shown,
  edits: row.edits,
  editedAt: row.edited_at,
});
