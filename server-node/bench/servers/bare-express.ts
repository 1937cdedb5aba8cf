import { DatabaseSync } from 'node:sqlite';
import express from 'express';

/**
 * What we compare with: nothing but Express, the same SQLite file with the same settings, the same queries and the
 * same JSON. A program of its own: `bare-express.ts <file> <list> <port>`.
 */
const [path = '', listId = '', port = ''] = process.argv.slice(2);

const database = new DatabaseSync(path, { enableForeignKeyConstraints: true });
database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma temp_store = memory;');
const listRow = database.prepare('select * from todo_list where id = ?');
const page = database.prepare(`select * from todo where list_id = ? and state = 'open'
  order by sort_order, number limit 101`);
const insert =
  database.prepare(`insert into todo (id, list_id, number, text, notes, state, creator_id, assignee_id,
  sort_order, version, created_at, updated_at) values (?, ?, ?, ?, '', 'open', ?, ?, ?, 1, ?, ?) returning *`);
let number = Number(listRow.get(listId)?.['next_number'] ?? 1);

const app = express();
app.disable('etag');
app.get('/healthz', (_req, res) => void res.json({}));
app.get('/list', (_req, res) => {
  const list = listRow.get(listId) ?? {};
  const rows = page.all(listId);
  res.json({
    id: listId,
    kind: 'person',
    revision: list['revision'],
    openCount: list['open_count'],
    doneCount: list['done_count'],
    todos: rows.slice(0, 100).map(viewOf),
    next: rows.length > 100 ? 'more' : null,
    program: null,
  });
});
app.post('/add', express.json(), (req, res) => {
  const { text } = req.body as { text: string };
  const now = Date.now();
  const creator = 'alice'.padEnd(26, '0');
  const row = insert.get(crypto.randomUUID(), listId, number, text, creator, creator, number++, now, now);
  res.status(201).json({
    changeId: '',
    listId,
    revision: number,
    openCount: number,
    doneCount: 0,
    todos: [viewOf(row ?? {})],
  });
});
app.listen(Number(port), '127.0.0.1');

type Row = NonNullable<ReturnType<typeof listRow.get>>;

function viewOf(row: Row) {
  return {
    id: row['id'],
    listId: row['list_id'],
    number: row['number'],
    text: row['text'],
    notes: row['notes'],
    state: row['state'],
    creatorId: row['creator_id'],
    assigneeId: row['assignee_id'],
    order: row['sort_order'],
    version: row['version'],
    createdAt: row['created_at'],
    updatedAt: row['updated_at'],
    doneAt: row['done_at'],
    source: null,
  };
}
