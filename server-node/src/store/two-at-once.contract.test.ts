import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EMPTIED_DATABASES } from './testing/emptied-stores.ts';
import type { Opened, TestDatabase } from './testing/fresh-stores.ts';
import { personList } from '../todos/list.ts';
import type { TodoId } from '../todos/todo.ts';
import type { UserId } from '../shared/ids.ts';
import { oneZone } from '../todos/when.ts';
import { ANN, ANNS, BOB, TEAM, TEAM_BY_BOB } from './testing/people.ts';

const CID = 'e'.repeat(26) as UserId;
const BOBS = { actorId: BOB, listId: personList(BOB) };

describe.each(EMPTIED_DATABASES)('two processes on one %s', (_name, create) => {
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

  it('let one person accept while the other takes back: one wins, and the other hears of it', async () => {
    for (let turn = 0; turn < 20; turn += 1) {
      const { todos } = await one.acts.send(ANNS, [{ text: `request ${turn}` }], [BOB]);
      const [id] = todos.map((todo) => todo.id) as [TodoId];
      const [accepted, back] = await Promise.allSettled([
        one.acts.accept(BOBS, { ids: [id] }, 'UTC'),
        two.acts.takeBack(ANNS, { sent: [id] }, 'UTC'),
      ]);
      const todo = await one.acts.find(id);
      if (accepted.status === 'fulfilled') {
        expect(back).toMatchObject({ reason: { details: { refused: { kind: 'answered_already' } } } });
        expect(todo).toMatchObject({ state: 'open', request: 'accepted', listId: BOBS.listId });
      } else {
        expect(accepted).toMatchObject({
          reason: { details: { refused: { kind: 'went_away', isBack: true } } },
        });
        expect(back.status).toBe('fulfilled');
        expect(todo).toMatchObject({ state: 'open', request: null, listId: ANNS.listId });
      }
    }
    const lists = await Promise.all([ANNS, BOBS].map(({ listId }) => one.acts.list(listId)));
    expect(lists.reduce((sum, { openCount }) => sum + openCount, 0)).toBe(20);
  });

  it('let two people send to one another at once, all of it, without waiting for one another for ever', async () => {
    const before = (await one.acts.requests(BOB, 500)).length + (await one.acts.requests(ANN, 500)).length;
    const added = async (who: typeof ANNS) => {
      const { todos } = await one.acts.add(
        who,
        Array.from({ length: 8 }, () => ({ text: 'to and fro' })),
      );
      return todos.map(({ id }) => id);
    };
    const [anns, bobs] = [await added(ANNS), await added(BOBS)];
    const zones = oneZone('UTC');
    await Promise.all([
      ...anns.map((id) => one.acts.assign(ANNS, { ids: [id] }, BOB, zones)),
      ...bobs.map((id) => two.acts.assign(BOBS, { ids: [id] }, ANN, zones)),
      ...[one, two].map(({ acts }) => acts.send(ANNS, [{ text: 'new' }], [BOB])),
      ...[one, two].map(({ acts }) => acts.send(BOBS, [{ text: 'new' }], [ANN])),
    ]);
    const after = (await one.acts.requests(BOB, 500)).length + (await one.acts.requests(ANN, 500)).length;
    expect(after - before).toBe(20);
    const numbers = (await two.acts.requests(BOB, 500)).map(({ number }) => number);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it('take back what was sent on meanwhile from wherever it is', async () => {
    const cids = { actorId: CID, listId: personList(CID) };
    for (let turn = 0; turn < 10; turn += 1) {
      const { todos } = await one.acts.send(ANNS, [{ text: `sent on ${turn}` }], [BOB]);
      const [id] = todos.map((todo) => todo.id) as [TodoId];
      const [sentOn, back] = await Promise.allSettled([
        one.acts.assign(BOBS, { ids: [id] }, CID, oneZone('UTC')),
        two.acts.takeBack(ANNS, { sent: [id] }, 'UTC'),
      ]);
      expect(back.status).toBe('fulfilled');
      if (sentOn.status === 'rejected')
        expect(sentOn.reason).toMatchObject({ details: { refused: { kind: 'went_away' } } });
      expect(await two.acts.find(id)).toMatchObject({ listId: ANNS.listId, state: 'open' });
    }
    expect(await one.acts.list(cids.listId)).toMatchObject({ openCount: 0 });
  });

  it('see at once what the other one wrote', async () => {
    const { todos } = await one.acts.add(TEAM, [{ text: 'fresh' }]);
    expect(await two.todos.findMany(todos.map(({ id }) => id))).toEqual(todos);
  });
});
