import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ChannelId } from '../shared/ids.ts';
import { channelList } from '../todos/list.ts';
import { EMPTIED_DATABASES } from './testing/emptied-stores.ts';
import type { Opened, TestDatabase } from './testing/fresh-stores.ts';
import { makeModel, type Deed } from './testing/model.ts';
import { ANN, BOB } from './testing/people.ts';

const RUNS = 60;

const actor = fc.constantFrom(ANN, BOB);
const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 4 });
const text = fc.constantFrom('a', 'b', 'c');
const deed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      act: fc.constant('add' as const),
      actor,
      texts: fc.array(text, { minLength: 1, maxLength: 3 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('edit' as const), actor, numbers, text }) },
  {
    weight: 5,
    arbitrary: fc.record({
      act: fc.constantFrom('complete' as const, 'reopen' as const, 'remove' as const),
      actor,
      numbers,
    }),
  },
  { weight: 5, arbitrary: fc.record({ act: fc.constant('undo' as const), actor }) },
);

describe.each(EMPTIED_DATABASES)('random acts on %s', (_name, create) => {
  let database: TestDatabase;
  let store: Opened;
  let lists = 0;
  let clock = 0;

  beforeAll(async () => {
    database = await create(process.env);
    store = await database.open(() => (clock += 1));
  });
  afterAll(() => database.remove());

  it('do what a simple model says, refusals and counts included', async () => {
    const property = fc.asyncProperty(fc.array(deed, { maxLength: 25 }), async (deeds) => {
      const listId = channelList(`list${(lists += 1)}` as ChannelId);
      const model = makeModel();
      for (const next of deeds) {
        const real = await perform(store.acts, listId, next);
        expect(real).toEqual(model.perform(next));
        expect(await shown(store, listId)).toEqual(model.shown());
      }
    });
    await fc.assert(property, { numRuns: RUNS });
  }, 60_000);
});

async function perform(
  acts: Opened['acts'],
  listId: ReturnType<typeof channelList>,
  deed: Deed,
): Promise<string> {
  const request = { actorId: deed.actor, listId };
  try {
    switch (deed.act) {
      case 'add':
        await acts.add(
          request,
          deed.texts.map((each) => ({ text: each })),
        );
        break;
      case 'edit':
        await acts.edit(request, { numbers: deed.numbers }, { text: deed.text });
        break;
      case 'undo':
        await acts.undo(request);
        break;
      default:
        await acts[deed.act](request, { numbers: deed.numbers });
    }
    return 'ok';
  } catch (error) {
    return (error as { code: string }).code;
  }
}

async function shown({ acts }: Opened, listId: ReturnType<typeof channelList>) {
  const { openCount, doneCount, nextNumber, revision } = await acts.list(listId);
  const open = await acts.page(listId, { state: 'open', limit: 500 });
  const done = await acts.page(listId, { state: 'done', limit: 500 });
  const rows = [...open.todos, ...done.todos].sort((one, other) => one.number - other.number);
  return {
    counts: { openCount, doneCount, nextNumber, revision },
    rows: rows.map(({ number, text: words, state, version }) => ({ number, text: words, state, version })),
  };
}
