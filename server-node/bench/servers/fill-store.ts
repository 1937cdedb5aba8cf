import { DatabaseSync } from 'node:sqlite';
import { silentLogger } from '../../src/shared/logger.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { ListId } from '../../src/todos/list.ts';
import { makeNewId } from '../../src/todos/new-id.ts';

const TEXT = 'Ask the printers for an offer, **two-sided**, before the meeting on Thursday';
const CREATOR = 'alice'.padEnd(26, '0');
const BEGAN_AT = Date.UTC(2026, 0, 1);

/** Writes to-dos into a new SQLite store past the backend: list by list in turns, as they would come in a team. */
export async function fillStore(path: string, lists: readonly ListId[], total: number): Promise<void> {
  const newId = makeNewId(Date.now);
  const store = await openStore(`sqlite:${path}`, { logger: silentLogger, now: Date.now, newId });
  await store.close();
  const database = new DatabaseSync(path);
  const each = Math.floor(total / lists.length);
  database.exec('pragma synchronous = off; begin');
  const insertList = database.prepare('insert into todo_list values (?, ?, ?, ?, 0)');
  for (const id of lists) insertList.run(id, each, each + 1, each);
  const insert =
    database.prepare(`insert into todo (id, list_id, number, text, notes, state, creator_id, sort_order,
    version, created_at, updated_at) values (?, ?, ?, ?, '', 'open', ?, ?, 1, ?, ?)`);
  for (let number = 1; number <= each; number += 1) {
    for (const id of lists) {
      const at = BEGAN_AT + number;
      insert.run(newId(), id, number, `${TEXT} ${number}`, CREATOR, number, at, at);
    }
  }
  database.exec('commit; pragma wal_checkpoint(truncate)');
  database.close();
}
