import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ANN, BOB } from '../store/testing/people.ts';
import { DATABASES, type TestDatabase } from '../store/testing/fresh-stores.ts';
import { personList } from '../todos/list.ts';
import { oneZone } from '../todos/when.ts';
import { contentOf } from '../store/testing/content.ts';
import { moveStore } from './move-store.ts';
import { TABLES } from './tables.ts';

const PAIRS = DATABASES.flatMap(([from, openFrom]) =>
  DATABASES.map(([to, openTo]) => [from, to, openFrom, openTo] as const),
);
const ann = { actorId: ANN, listId: personList(ANN) };
const addressOf = ({ url, schema }: TestDatabase) => ({ url, schema });

describe.each(PAIRS)('a move from %s to %s', (_from, _to, openFrom, openTo) => {
  let source: TestDatabase;
  let target: TestDatabase;
  beforeEach(async () => {
    [source, target] = [await openFrom(process.env), await openTo(process.env)];
  });
  afterEach(() => Promise.all([source.remove(), target.remove()]));

  const move = (isDryRun = false) => moveStore({ from: addressOf(source), to: addressOf(target), isDryRun });

  /** More rows than one batch, in every state, with history and a reply that waits. */
  async function fill(database: TestDatabase): Promise<void> {
    const { acts, outbox, secretOf } = await database.open();
    await secretOf('press');
    const texts = Array.from({ length: 700 }, (_, at) => ({ text: `Nr. ${at} ’;漢字\\ "🥛"` }));
    await acts.add({ ...ann, requestKey: 'key' }, texts);
    await acts.complete(ann, { numbers: [2, 4] });
    await acts.remove(ann, { numbers: [3, 700] });
    await acts.edit(ann, { numbers: [1] }, { notes: 'a\nnote' });
    await acts.undo(ann);
    await acts.add({ actorId: BOB, listId: personList(BOB) }, [{ text: 'Bob’s' }]);
    await acts.assign(ann, { numbers: [5] }, BOB, oneZone('UTC'));
    await acts.decline({ actorId: BOB, listId: personList(BOB) }, { numbers: [2] }, 'No time');
    await outbox.add([{ target: { kind: 'direct', userId: ANN }, text: 'Added.' }]);
  }

  it('keeps everything, and the target goes on where the source was', async () => {
    await fill(source);
    const moved = await move();
    expect(moved).toMatchObject({
      todo_list: 2,
      todo: 701,
      todo_moved: 1,
      todo_claim: 1,
      todo_reply: 1,
      todo_secret: 1,
    });
    for (const { name, columns, key } of TABLES) {
      const sql = `select ${columns.join(', ')} from ${name}`;
      const byKey = (rows: Record<string, unknown>[]) =>
        rows.map((row) => JSON.stringify(columns.map((column) => String(row[column])))).sort();
      expect([key, byKey(await target.query(sql))]).toEqual([key, byKey(await source.query(sql))]);
    }
    const { acts, outbox } = await target.open();
    const { todos, list } = await acts.add(ann, [{ text: 'next' }]);
    expect([todos[0]?.number, list.openCount]).toEqual([701, 696]);
    expect((await acts.undo(ann)).todos[0]?.state).toBe('deleted');
    await expect(acts.complete(ann, { numbers: [5] })).rejects.toMatchObject({
      details: { refused: { toId: BOB } },
    });
    const declined = await acts.sent({ personId: ANN, doneAfter: 0, limit: 9 });
    expect(declined).toMatchObject([{ state: 'declined', requestReason: 'No time', assigneeId: BOB }]);
    expect(await outbox.take(Date.now() + 1, 1_000, 10)).toMatchObject([{ text: 'Added.' }]);
    await outbox.add([{ target: { kind: 'direct', userId: ANN }, text: 'Later.' }]);
  });

  it('tried dry, counts and writes nothing', async () => {
    await fill(source);
    expect(await move(true)).toMatchObject({ todo: 701 });
    await target.open();
    expect(await target.query('select id from todo_list')).toEqual([]);
  });

  it.each([[true], [false]])(
    'refuses a target that is not empty, and leaves it as it was (dry: %s)',
    async (dry) => {
      await fill(source);
      await (await target.open()).acts.add(ann, [{ text: 'mine' }]);
      const before = await contentOf(target);
      await expect(move(dry)).rejects.toMatchObject({ code: 'invalid_config' });
      expect(await contentOf(target)).toEqual(before);
    },
  );

  it('refuses a source that is not there', async () => {
    await expect(move()).rejects.toThrow(/no to-do store/);
  });
});
