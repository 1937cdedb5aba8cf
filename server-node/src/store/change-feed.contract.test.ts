import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DATABASES, type Opened, type TestDatabase } from './testing/fresh-stores.ts';
import { ANNS } from './testing/people.ts';
import { until } from './testing/until.ts';

describe.each(DATABASES)('change feed on %s', (_name, create) => {
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
