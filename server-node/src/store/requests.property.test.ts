import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { UserId } from '../shared/ids.ts';
import { personList } from '../todos/list.ts';
import type { Change } from '../todos/ports.ts';
import type { TodoId } from '../todos/todo.ts';
import { oneZone } from '../todos/when.ts';
import { EMPTIED_DATABASES } from './testing/emptied-stores.ts';
import type { Opened, TestDatabase } from './testing/fresh-stores.ts';
import { makeRequestsModel, type RequestDeed } from './testing/requests-model.ts';

/** What SQLite does in this process takes PostgreSQL several round trips; the rules are the same. */
const RUNS: Record<string, number> = { SQLite: 120, PostgreSQL: 20 };
const PEOPLE = ['ann', 'bob', 'cid'] as const;

const actor = fc.constantFrom(...PEOPLE);
const to = fc.constantFrom(...PEOPLE);
const number = fc.integer({ min: 1, max: 3 });
const made = fc.integer({ min: 0, max: 3 });
const text = fc.constantFrom('a', 'b');
const one = <Act extends RequestDeed['act']>(...acts: Act[]) => fc.constantFrom(...acts);
const deed: fc.Arbitrary<RequestDeed> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ act: one('add'), actor, text }) },
  { weight: 3, arbitrary: fc.record({ act: one('send'), actor, text, to }) },
  { weight: 3, arbitrary: fc.record({ act: one('assign'), actor, number, to }) },
  {
    weight: 5,
    arbitrary: fc.record({ act: one('accept', 'decline', 'complete', 'reopen', 'remove'), actor, number }),
  },
  { weight: 2, arbitrary: fc.record({ act: one('takeBack'), actor, made }) },
  { weight: 2, arbitrary: fc.record({ act: one('reword'), actor, made, text }) },
  { weight: 3, arbitrary: fc.record({ act: one('undo'), actor }) },
);

describe.each(EMPTIED_DATABASES)('random requests on %s', (name, create) => {
  let database: TestDatabase;
  let store: Opened;
  let turn = 0;
  let clock = 0;

  beforeAll(async () => {
    database = await create(process.env);
    store = await database.open(() => (clock += 1));
  });
  afterAll(() => database.remove());

  const idOf = (person: string) => `${person}${turn}` as UserId;
  const listOf = (person: string) => personList(idOf(person));

  async function perform(next: RequestDeed, ids: TodoId[]): Promise<string> {
    try {
      const { todos } = await act(next, ids);
      for (const { id } of todos) if (!ids.includes(id)) ids.push(id);
      return 'ok';
    } catch (error) {
      return (error as { code: string }).code;
    }
  }

  function act(next: RequestDeed, ids: readonly TodoId[]): Promise<Change> {
    const { acts } = store;
    const request = { actorId: idOf(next.actor), listId: listOf(next.actor) };
    const which = 'number' in next ? { numbers: [next.number] } : { sent: [] };
    const sent = 'made' in next ? { sent: [ids[next.made] ?? ('none' as TodoId)] } : which;
    switch (next.act) {
      case 'add':
        return acts.add(request, [{ text: next.text }]);
      case 'send':
        return acts.send(request, [{ text: next.text }], [idOf(next.to)]);
      case 'assign':
        return acts.assign(request, which, idOf(next.to), oneZone('UTC'));
      case 'accept':
        return acts.accept(request, which, 'UTC');
      case 'decline':
        return acts.decline(request, which, '');
      case 'takeBack':
        return acts.takeBack(request, sent, 'UTC');
      case 'reword':
        return acts.edit(request, sent, { text: next.text });
      case 'undo':
        return acts.undo(request);
      default:
        return acts[next.act](request, which);
    }
  }

  async function shown(ids: readonly TodoId[]) {
    const rows = await Promise.all(ids.map((id) => store.acts.find(id)));
    const lists = await Promise.all(PEOPLE.map((name) => store.acts.list(listOf(name))));
    const waiting = await Promise.all(PEOPLE.map((name) => store.acts.requests(idOf(name), 500)));
    return {
      lists: lists.map(({ id: _id, ...counts }) => counts),
      rows: rows.map((row) => {
        const { text: words, state, request, listId, number: place, version, assigneeId } = row;
        expect(listId).toBe(personList(assigneeId as UserId));
        const whose = PEOPLE.find((name) => listOf(name) === listId);
        return { text: words, state, request, whose, number: place, version };
      }),
      waiting: waiting.map((todos) => todos.length),
    };
  }

  it('do what a simple model says, refusals, numbers and counts included', async () => {
    const property = fc.asyncProperty(
      fc.array(deed, { minLength: 10, maxLength: 40, size: 'max' }),
      async (deeds) => {
        turn += 1;
        const model = makeRequestsModel(PEOPLE);
        const ids: TodoId[] = [];
        for (const next of deeds) {
          expect(await perform(next, ids)).toBe(model.perform(next));
          expect(await shown(ids)).toEqual(model.shown());
        }
      },
    );
    await fc.assert(property, { numRuns: RUNS[name] ?? 0 });
  }, 120_000);
});
