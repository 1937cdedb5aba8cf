import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import type { ChangeView } from '../src/contract/todo-view.ts';
import { openTodos } from './stage/lists.ts';
import { openStage, type Stage } from './stage/open-stage.ts';

const ACKNOWLEDGED = 1_000;
const KILLS = 4;
const WRITERS = 6;

let stage: Stage;
beforeEach(async () => void (stage = await openStage()), 60_000);
afterEach(() => stage.close(), 30_000);

it('kill -9 of the backend loses none of 1,000 acknowledged writes, and leaves none half done', async () => {
  const acknowledged = new Map<string, number>();
  for (let kill = 1; kill <= KILLS; kill += 1) {
    await writeAndKill(acknowledged, (ACKNOWLEDGED / KILLS) * kill);
    await stage.start();
  }
  expect(acknowledged.size).toBeGreaterThanOrEqual(ACKNOWLEDGED);

  const kept = new Map((await openTodos(stage)).map(({ text, number }) => [text, number]));
  for (const [text, number] of acknowledged) expect([text, kept.get(text)]).toEqual([text, number]);
  expect(new Set(kept.values()).size).toBe(kept.size);
  expect(halves()).toEqual({ sound: 'ok', todos: kept.size, lines: kept.size, counted: kept.size });
}, 60_000);

/** Each answered 201 counts; those under way when the process dies may be kept or not, but whole. */
async function writeAndKill(acknowledged: Map<string, number>, enough: number): Promise<void> {
  let killed: Promise<void> | undefined;
  const write = async (writer: number): Promise<void> => {
    for (let n = 0; killed === undefined; n += 1) {
      const text = `${enough}-${writer}-${n}`;
      const answer = await stage
        .call<ChangeView>(stage.alice, 'POST', '/lists/me/todos', { text })
        .catch(() => undefined);
      if (answer?.status === 201) acknowledged.set(text, answer.body.todos[0]?.number ?? 0);
      if (acknowledged.size >= enough) killed ??= stage.kill();
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, (_each, writer) => write(writer)));
  await killed;
}

function halves() {
  const database = new DatabaseSync(join(stage.folder, 'todo.sqlite'), { readOnly: true });
  const count = (sql: string) => Object.values(database.prepare(sql).get() ?? {})[0];
  const seen = {
    sound: count('pragma integrity_check'),
    todos: count('select count(*) from todo'),
    lines: count('select count(distinct todo_id) from todo_history'),
    counted: count('select sum(open_count) from todo_list'),
  };
  database.close();
  return seen;
}
