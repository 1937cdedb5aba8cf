import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { UserId } from '../shared/ids.ts';
import { newTodo } from '../todos/todo-rules.ts';
import type { ChangeId, TodoId } from '../todos/todo.ts';
import { whomItConcerns, type Announced } from '../todos/whom-it-concerns.ts';
import { EMPTIED_DATABASES } from './testing/emptied-stores.ts';
import type { Opened, TestDatabase } from './testing/fresh-stores.ts';
import { ANNS, TEAM } from './testing/people.ts';
import { until } from './testing/until.ts';

/** A change of two lists in which each to-do has a creator of its own. */
async function changeTwoLists({ todos, acts, newId }: Opened, size: number): Promise<Announced> {
  const { list } = await acts.add(ANNS, [{ text: 'x' }]);
  await acts.add(TEAM, [{ text: 'x' }]);
  const changeId = newId() as ChangeId;
  const lists = [ANNS.listId, TEAM.listId];
  const inserted = Array.from({ length: size }, (_, at) => {
    const listId = lists[at % 2] ?? ANNS.listId;
    const birth = { id: newId() as TodoId, listId, number: 10_000 + size + at, at: 1 };
    return newTodo({ text: 'x' }, { ...birth, creatorId: newId() as UserId, newId });
  });
  const concerns = whomItConcerns(inserted.map((after) => ({ before: undefined, after })));
  const history = inserted.map(({ id: todoId, listId }) => ({
    ...{ changeId, listId, madeIn: listId, todoId, actorId: ANNS.actorId, act: 'add' as const, at: 1 },
    ...{ before: {}, after: {}, undoes: null },
  }));
  await todos.transaction(async (writer) => {
    await writer.lock(list.id);
    await writer.save({ inserted, updated: [], lists: [list], history, moves: [], concerns });
  });
  return { changeId, ...concerns };
}

describe.each(EMPTIED_DATABASES)('change feed on %s', (_name, create) => {
  let database: TestDatabase;
  let one: Opened;
  let two: Opened;

  beforeAll(async () => {
    database = await create(process.env);
    one = await database.open();
    two = await database.open();
  });
  afterAll(() => database.remove());

  const heard = (store: Opened): { ids: Set<string>; stop: () => void } => {
    const ids = new Set<string>();
    return { ids, stop: store.todos.onChange(({ changeId }) => ids.add(changeId)) };
  };

  it('tells the same process and others of each change, and of nothing else', async () => {
    const [own, others] = [heard(one), heard(two)];
    const made: string[] = [];
    for (let index = 0; index < 20; index += 1) {
      made.push((await one.acts.add(ANNS, [{ text: `to-do ${index}` }])).id);
    }
    await expect(one.acts.complete(ANNS, { numbers: [999] })).rejects.toMatchObject({
      code: 'todo_not_found',
    });
    made.push((await two.acts.complete(ANNS, { numbers: [1, 2] })).id);
    for (const { ids, stop } of [own, others]) {
      await until(() => made.every((id) => ids.has(id)));
      expect(ids.size).toBe(made.length);
      stop();
    }
  });

  it('tells other processes of all lists of a change and of the people it concerns, however many', async () => {
    const told: Announced[] = [];
    const stop = two.todos.onChange((change) => void told.push(change));
    for (const size of [2, 400]) {
      const made = await changeTwoLists(one, size);
      expect(made).toMatchObject({ lists: [ANNS.listId, TEAM.listId] });
      expect(made.people.length).toBeGreaterThanOrEqual(size);
      await until(() => told.some(({ changeId }) => changeId === made.changeId));
      expect(told.find(({ changeId }) => changeId === made.changeId)).toEqual(made);
    }
    stop();
  });

  it('goes on when a listener throws, and is silent after it was stopped', async () => {
    const stopped = heard(one);
    stopped.stop();
    const stopFaulty = one.todos.onChange(() => {
      throw new Error('a faulty listener');
    });
    const { ids, stop } = heard(one);
    const { id } = await one.acts.add(ANNS, [{ text: 'x' }]);
    await until(() => ids.has(id));
    expect(stopped.ids.size).toBe(0);
    stopFaulty();
    stop();
  });
});
