import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DATABASES, type Opened, type TestDatabase } from './testing/fresh-stores.ts';
import { TEAM, TEAM_BY_BOB } from './testing/people.ts';

describe.each(DATABASES)('two processes on one %s', (_name, create) => {
  let database: TestDatabase;
  let one: Opened;
  let two: Opened;

  beforeAll(async () => {
    database = await create(process.env);
    [one, two] = await Promise.all([database.open(), database.open()]);
  });
  afterAll(() => database.remove());

  it('give out no number twice and leave none out, even for a list that is new', async () => {
    const adds = Array.from({ length: 100 }, (_each, index) =>
      (index % 2 === 0 ? one : two).acts.add(index % 3 === 0 ? TEAM : TEAM_BY_BOB, [
        { text: `to-do ${index}` },
      ]),
    );
    const numbers = (await Promise.all(adds)).map(({ todos }) => todos[0]?.number);
    expect(numbers.sort((a = 0, b = 0) => a - b)).toEqual(
      Array.from({ length: 100 }, (_each, index) => index + 1),
    );
    expect(await one.acts.list(TEAM.listId)).toMatchObject({
      revision: 100,
      nextNumber: 101,
      openCount: 100,
    });
  });

  it('let two people tick one to-do at once: one did it, the other hears that it was done', async () => {
    for (let number = 1; number <= 20; number += 1) {
      const both = await Promise.all([
        one.acts.complete(TEAM, { numbers: [number] }),
        two.acts.complete(TEAM_BY_BOB, { numbers: [number] }),
      ]);
      expect(both.map(({ unchanged }) => unchanged.length).sort()).toEqual([0, 1]);
      expect(both.map(({ todos }) => todos[0]?.version)).toEqual([2, 2]);
    }
    expect(await two.acts.list(TEAM.listId)).toMatchObject({ openCount: 80, doneCount: 20 });
  });

  it('carry out a request that comes to both at once only once', async () => {
    for (let index = 0; index < 10; index += 1) {
      const request = { ...TEAM, requestKey: `both-${index}` };
      const both = await Promise.all(
        [one, two, one, two].map(({ acts }) => acts.add(request, [{ text: 'delivered' }])),
      );
      expect(new Set(both.map(({ id }) => id)).size).toBe(1);
      expect(new Set(both.map(({ todos }) => todos[0]?.number)).size).toBe(1);
    }
    expect((await one.acts.list(TEAM.listId)).nextNumber).toBe(111);
  });

  it('see at once what the other one wrote', async () => {
    const { todos } = await one.acts.add(TEAM, [{ text: 'fresh' }]);
    expect(await two.todos.findMany(todos.map(({ id }) => id))).toEqual(todos);
  });
});
