import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { makeDeliveries } from '../program/make-deliveries.ts';
import type { ChannelId } from '../shared/ids.ts';
import { channelList, personList } from '../todos/list.ts';
import type { WordsQuery } from '../todos/ports.ts';
import { oneZone } from '../todos/when.ts';
import type { ChangeId, TodoId } from '../todos/todo.ts';
import { MAX_OPEN_PER_LIST } from '../todos/todo.ts';
import { EMPTIED_DATABASES } from './testing/emptied-stores.ts';
import type { Opened, TestDatabase } from './testing/fresh-stores.ts';
import { ANN, BOB, CHANNEL, POST } from './testing/people.ts';
import { contentOf, emptied } from './testing/content.ts';

const NOON = 1_800_000_000_000;

describe.each(EMPTIED_DATABASES)('acts on %s', (_name, create) => {
  let database: TestDatabase;
  let store: Opened;
  let acts: Opened['acts'];
  let clock = NOON;
  let lists = 0;
  let mine = { actorId: ANN, listId: personList(ANN) };
  let bobs = { actorId: BOB, listId: personList(ANN) };

  beforeAll(async () => {
    database = await create(process.env);
    store = await database.open(() => clock);
    acts = store.acts;
  });
  afterAll(() => database.remove());
  beforeEach(() => {
    clock = NOON;
    lists += 1;
    const listId = channelList(`c${lists}` as ChannelId);
    mine = { actorId: ANN, listId };
    bobs = { actorId: BOB, listId };
  });
  const texts = async (): Promise<string[]> =>
    (await acts.page(mine.listId, { state: 'open', limit: 500 })).todos.map(({ text }) => text);
  const add = (...drafts: string[]) =>
    acts.add(
      mine,
      drafts.map((text) => ({ text })),
    );
  /** Many rows would slow down all later comparisons of everything. */
  const withManyRows = (sentence: string, test: () => Promise<void>) =>
    it(sentence, () => test().finally(() => emptied(database)));
  /** Runs what must be refused, and proves that nothing at all was written. */
  const refused = async (act: () => Promise<unknown>, code: string): Promise<unknown> => {
    const before = await contentOf(database);
    const thrown = await act().then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(thrown).toMatchObject({ name: 'AppError', code });
    expect(await contentOf(database)).toEqual(before);
    return thrown;
  };

  describe('add', () => {
    it('gives the new row as it is read later, with the list and its counts', async () => {
      const source = { postId: POST, channelId: CHANNEL };
      const change = await acts.add(mine, [{ text: ' Buy **milk** ', notes: 'two\r\nlitres', source }]);
      expect(change).toMatchObject({
        act: 'add',
        actorId: ANN,
        at: NOON,
        unchanged: [],
        list: { revision: 1, nextNumber: 2, openCount: 1, doneCount: 0 },
        todos: [{ number: 1, text: 'Buy **milk**', notes: 'two\nlitres', state: 'open', version: 1, source }],
      });
      const [todo] = change.todos;
      expect(await acts.find(todo?.id as TodoId)).toEqual(todo);
      expect(await acts.list(mine.listId)).toEqual(change.list);
    });

    it("assigns what is in a person's list to that person, and a channel's to nobody", async () => {
      const own = { actorId: ANN, listId: personList(ANN) };
      expect((await acts.add(own, [{ text: 'x' }])).todos[0]?.assigneeId).toBe(ANN);
      expect((await add('x')).todos[0]?.assigneeId).toBeNull();
    });

    it.each(['add', 'edit', 'complete', 'assign', 'undo'] as const)(
      'is, as %s is, nobody’s affair in the list of somebody else, whatever was found out before',
      async (act) => {
        const { id } = await acts.add({ actorId: ANN, listId: personList(ANN) }, [{ text: 'x' }]);
        const bobs = { actorId: BOB, listId: personList(ANN) };
        const all = { every: 'open' } as const;
        const acting = {
          add: () => acts.add(bobs, [{ text: 'y' }]),
          edit: () => acts.edit(bobs, all, { text: 'y' }),
          complete: () => acts.complete(bobs, all),
          assign: () => acts.assign(bobs, all, BOB, oneZone('UTC')),
          undo: () => acts.undo(bobs, id),
        };
        await refused(acting[act], 'list_forbidden');
      },
    );

    it('numbers on, and gives no number again after a delete', async () => {
      await add('one', 'two');
      await acts.remove(mine, { numbers: [2] });
      const { todos } = await add('three');
      expect(todos.map(({ number }) => number)).toEqual([3]);
      expect(await texts()).toEqual(['one', 'three']);
    });

    it('keeps every character but controls', async () => {
      const text = '🏳️‍🌈 漢字 ’;drop table todo;-- \\ \u0001"\'\ttab\nline \ud800 end';
      const { todos } = await add(text);
      const kept = text.replace('\u0001', '').toWellFormed();
      expect(todos[0]?.text).toBe(kept);
      expect((await acts.find(todos[0]?.id as TodoId)).text).toBe(kept);
    });

    it('takes all drafts or none', async () => {
      await add('one');
      await refused(() => add('two', ' \u200b '), 'text_empty');
      await refused(() => add(), 'text_empty');
      expect((await add('two')).todos[0]?.number).toBe(2);
    });
  });

  describe('complete, reopen, remove', () => {
    it('changes several at once, in the order asked for, each once, as one change', async () => {
      await add('one', 'two', 'three');
      clock += 5;
      const change = await acts.complete(mine, { numbers: [3, 1, 3] });
      expect(
        change.todos.map(({ number, state, version, doneAt }) => [number, state, version, doneAt]),
      ).toEqual([
        [3, 'done', 2, NOON + 5],
        [1, 'done', 2, NOON + 5],
      ]);
      expect(change.list).toMatchObject({ revision: 2, openCount: 1, doneCount: 2 });
      expect(await acts.list(mine.listId)).toEqual(change.list);
    });

    it('knows who ticked one last, whoever else touched it', async () => {
      const [one, other, open] = (await add('one', 'other', 'open')).todos.map(({ id }) => id) as TodoId[];
      await acts.complete(mine, { numbers: [1] });
      await acts.complete(bobs, { numbers: [2] });
      await acts.reopen(mine, { numbers: [1] });
      await acts.complete(bobs, { numbers: [1] });
      await acts.edit(mine, { numbers: [1] }, { text: 'One' });
      const completers = await acts.completers([one, other, open] as TodoId[]);
      expect(completers).toEqual(
        new Map([
          [one, BOB],
          [other, BOB],
        ]),
      );
      expect(await acts.completers([])).toEqual(new Map());
    });
    it('says which were so already, and writes nothing for them', async () => {
      const { todos } = await add('one', 'two');
      await acts.complete(mine, { numbers: [1] });
      const change = await acts.complete(bobs, { numbers: [1, 2] });
      expect(change.unchanged).toEqual([todos[0]?.id]);
      expect(change.todos.map(({ version }) => version)).toEqual([2, 2]);
      const before = await contentOf(database);
      const again = await acts.complete(bobs, { numbers: [1, 2] });
      expect(again.unchanged).toEqual(todos.map(({ id }) => id));
      expect(again.list.revision).toBe(change.list.revision);
      expect(await contentOf(database)).toEqual(before);
    });

    it('names every number that is not there, and changes nothing', async () => {
      await add('one', 'two');
      const error = await refused(
        () => acts.complete(mine, { numbers: [1, 7, 9_999_999_999] }),
        'todo_not_found',
      );
      expect(error).toMatchObject({ details: { missing: [7, 9_999_999_999] } });
      await acts.remove(mine, { numbers: [2] });
      await refused(() => acts.complete(mine, { numbers: [1, 2] }), 'todo_not_found');
      await refused(() => acts.reopen(mine, { numbers: [2] }), 'todo_not_found');
      await refused(() => acts.complete(mine, { numbers: [] }), 'invalid_input');
    });

    it("does not reach another list's to-do by its id", async () => {
      const { todos } = await add('one');
      const ids = todos.map(({ id }) => id);
      const elsewhere = { actorId: BOB, listId: personList(BOB) };
      await refused(() => acts.complete(elsewhere, { ids }), 'todo_not_found');
      await refused(() => acts.remove(elsewhere, { ids }), 'todo_not_found');
      expect((await acts.complete(mine, { ids })).todos[0]?.state).toBe('done');
    });

    it('counts back when reopened, and again when deleted', async () => {
      await add('one', 'two');
      await acts.complete(mine, { numbers: [1, 2] });
      const reopened = await acts.reopen(mine, { numbers: [1] });
      expect(reopened.todos[0]).toMatchObject({ state: 'open', doneAt: null, version: 3 });
      expect(reopened.list).toMatchObject({ openCount: 1, doneCount: 1 });
      expect((await acts.remove(mine, { numbers: [1, 2] })).list).toMatchObject({
        openCount: 0,
        doneCount: 0,
      });
      expect((await acts.remove(mine, { numbers: [1] })).unchanged).toHaveLength(1);
    });
  });

  describe('edit', () => {
    it('sets what is given and leaves the rest', async () => {
      await add('one');
      await acts.edit(mine, { numbers: [1] }, { notes: 'a note' });
      const { todos } = await acts.edit(mine, { numbers: [1] }, { text: 'uno' }, 2);
      expect(todos[0]).toMatchObject({ text: 'uno', notes: 'a note', version: 3 });
    });

    it('is refused with an old version, and shows the to-do as it is', async () => {
      await add('one');
      await acts.edit(bobs, { numbers: [1] }, { text: 'uno' });
      const error = await refused(
        () => acts.edit(mine, { numbers: [1] }, { text: 'eins' }, 1),
        'version_conflict',
      );
      expect(error).toMatchObject({ details: { todo: { text: 'uno', version: 2 } } });
      await refused(() => acts.complete(mine, { numbers: [1] }, 1), 'version_conflict');
    });

    it.each([
      ['empty', { text: ' ' }, 'text_empty'],
      ['too long', { text: 'x'.repeat(4_001) }, 'text_too_long'],
      ['too long in notes', { notes: 'x'.repeat(16_001) }, 'text_too_long'],
      ['missing', {}, 'invalid_input'],
    ])('is refused when the text is %s', async (_what, fields, code) => {
      await add('one');
      await refused(() => acts.edit(mine, { numbers: [1] }, fields), code);
    });
  });

  describe('undo', () => {
    it('takes back one change of several to-dos at once', async () => {
      await add('one', 'two', 'three');
      await acts.complete(mine, { numbers: [3, 1] });
      const undo = await acts.undo(mine);
      expect(undo.act).toBe('undo');
      expect(undo.todos.map(({ number, state, doneAt }) => [number, state, doneAt])).toEqual([
        [3, 'open', null],
        [1, 'open', null],
      ]);
      expect(undo.list).toMatchObject({ revision: 3, openCount: 3, doneCount: 0 });
    });

    it('steps further back when repeated, down to the add, which it deletes', async () => {
      await add('one');
      await acts.edit(mine, { numbers: [1] }, { text: 'two' });
      await acts.edit(mine, { numbers: [1] }, { text: 'three' });
      expect((await acts.undo(mine)).todos[0]?.text).toBe('two');
      expect((await acts.undo(mine)).todos[0]?.text).toBe('one');
      expect((await acts.undo(mine)).todos[0]?.state).toBe('deleted');
      await refused(() => acts.undo(mine), 'nothing_to_undo');
    });

    it('brings a deleted one back as it was, done or open', async () => {
      await add('one');
      await acts.complete(mine, { numbers: [1] });
      const { id } = await acts.remove(mine, { numbers: [1] });
      expect((await acts.undo(mine, id)).todos[0]).toMatchObject({ state: 'done', doneAt: NOON });
      expect(await acts.list(mine.listId)).toMatchObject({ openCount: 0, doneCount: 1 });
    });

    it("is for the change's author only", async () => {
      const { id } = await add('one');
      await refused(() => acts.undo(bobs, id), 'not_your_change');
      await refused(() => acts.undo(bobs), 'nothing_to_undo');
    });

    it('is refused when somebody changed the same field since, for all of its to-dos', async () => {
      await add('one', 'two');
      const { id } = await acts.edit(mine, { numbers: [1, 2] }, { text: 'same' });
      await acts.edit(bobs, { numbers: [2] }, { text: 'other' });
      await refused(() => acts.undo(mine, id), 'changed_since');
      await refused(() => acts.undo(mine), 'changed_since');
    });

    it('is refused when the to-do was deleted since', async () => {
      await add('one');
      const { id } = await acts.edit(mine, { numbers: [1] }, { text: 'uno' });
      await acts.remove(bobs, { numbers: [1] });
      await refused(() => acts.undo(mine, id), 'changed_since');
    });

    it('leaves alone what others changed in other fields', async () => {
      await add('one');
      const { id } = await acts.complete(mine, { numbers: [1] });
      await acts.edit(bobs, { numbers: [1] }, { text: 'uno' });
      expect((await acts.undo(mine, id)).todos[0]).toMatchObject({ text: 'uno', state: 'open', version: 4 });
    });

    it('works once a change, not on undos, and not from another list', async () => {
      const { id } = await add('one');
      const elsewhere = { actorId: ANN, listId: personList(ANN) };
      await refused(() => acts.undo(elsewhere, id), 'nothing_to_undo');
      const undo = await acts.undo(mine, id);
      await refused(() => acts.undo(mine, id), 'nothing_to_undo');
      await refused(() => acts.undo(mine, undo.id), 'nothing_to_undo');
      await refused(() => acts.undo(mine, 'none' as ChangeId), 'nothing_to_undo');
    });
  });

  describe('a request that comes twice', () => {
    const replies = () => [{ target: { kind: 'direct' as const, userId: ANN }, text: 'Added.' }];

    it('changes once, answers the same with the rows of now, and sends nothing again', async () => {
      const request = { ...mine, requestKey: `add-${lists}`, replies };
      const first = await acts.add(request, [{ text: 'one' }]);
      const completed = await acts.complete(bobs, { numbers: [1] });
      const before = await contentOf(database);
      const second = await acts.add(request, [{ text: 'one' }]);
      expect(second).toMatchObject({ id: first.id, act: 'add', at: first.at, todos: completed.todos });
      expect(second.list).toEqual(completed.list);
      expect(await contentOf(database)).toEqual(before);
    });

    it('is known by what it led to', async () => {
      const request = { ...mine, requestKey: `known-${lists}` };
      expect(await store.todos.ledTo(request.requestKey)).toBeUndefined();
      const { id } = await acts.add(request, [{ text: 'one' }]);
      expect(await store.todos.ledTo(request.requestKey)).toBe(id);
      await makeDeliveries(store.todos, () => clock).claim(`nothing-${lists}`);
      expect(await store.todos.ledTo(`nothing-${lists}`)).toBeNull();
    });

    it('does so for an undo and for what changed nothing', async () => {
      await add('one', 'two');
      const undo = { ...mine, requestKey: `undo-${lists}` };
      const first = await acts.undo(undo);
      expect((await acts.undo(undo)).id).toBe(first.id);
      await add('three');
      await acts.complete(mine, { numbers: [3] });
      const idle = { ...mine, requestKey: `idle-${lists}`, replies };
      expect((await acts.complete(idle, { numbers: [3] })).unchanged).toHaveLength(1);
      await acts.reopen(mine, { numbers: [3] });
      const before = await contentOf(database);
      const again = await acts.complete(idle, { numbers: [3] });
      expect(again.todos[0]?.state).toBe('open');
      expect(await contentOf(database)).toEqual(before);
    });

    it('gives nothing of one person to another who guessed the key', async () => {
      await acts.add({ ...mine, requestKey: `secret-${lists}` }, [{ text: 'private' }]);
      const thief = { actorId: BOB, listId: personList(BOB), requestKey: `secret-${lists}` };
      await refused(() => acts.add(thief, [{ text: 'x' }]), 'invalid_input');
    });

    it('may try again after a refusal', async () => {
      const request = { ...mine, requestKey: `again-${lists}` };
      await refused(() => acts.complete(request, { numbers: [1] }), 'todo_not_found');
      await add('one');
      expect((await acts.complete(request, { numbers: [1] })).todos[0]?.state).toBe('done');
    });

    it('counts as new once its key was forgotten', async () => {
      const request = { ...mine, requestKey: `old-${lists}` };
      await acts.add(request, [{ text: 'one' }]);
      await store.todos.pruneClaims(NOON);
      expect((await acts.add(request, [{ text: 'one' }])).todos[0]?.number).toBe(1);
      await store.todos.pruneClaims(NOON + 1);
      expect((await acts.add(request, [{ text: 'one' }])).todos[0]?.number).toBe(2);
    });
  });

  describe('forgetting history', () => {
    const editOften = async (number: number, count: number): Promise<ChangeId[]> => {
      const ids: ChangeId[] = [];
      for (let n = 1; n <= count; n += 1) {
        ids.push((await acts.edit(mine, { numbers: [number] }, { text: `text ${number}.${n}` })).id);
      }
      return ids;
    };

    it('keeps the newest lines of each to-do, and what is kept can still be undone', async () => {
      const { todos } = await add('one', 'two');
      const [busy, quiet] = todos.map(({ id }) => id) as [TodoId, TodoId];
      await editOften(2, 2);
      const edits = await editOften(1, 5);
      const before = await acts.history(busy);
      await store.todos.pruneHistory(3);
      expect(await acts.history(busy)).toEqual(before.slice(0, 3));
      expect(await acts.history(quiet)).toHaveLength(3);
      expect(await acts.list(mine.listId)).toMatchObject({ revision: 8, openCount: 2 });
      await refused(() => acts.undo(mine, edits[0]), 'nothing_to_undo');
      expect((await acts.undo(mine)).todos[0]?.text).toBe('text 1.4');
      expect((await acts.undo(mine)).todos[0]?.text).toBe('text 1.3');
    });

    it('forgets no undo before the change it took back', async () => {
      await add('one');
      const [first] = await editOften(1, 1);
      await acts.undo(mine);
      for (const keep of [2, 1]) {
        await store.todos.pruneHistory(keep);
        await refused(() => acts.undo(mine, first), 'nothing_to_undo');
      }
    });

    withManyRows(
      'takes many lines in several steps, also when two do it at once, and none when told to stop',
      async () => {
        const { todos } = await add('one');
        const todoId = todos[0]?.id as TodoId;
        await editOften(1, 450);
        const lines = async () => (await store.todos.history(todoId, 1_000)).length;
        await store.todos.pruneHistory(7, AbortSignal.abort());
        expect(await lines()).toBe(451);
        await Promise.all([store.todos.pruneHistory(7), store.todos.pruneHistory(7)]);
        expect(await lines()).toBe(7);
      },
    );

    withManyRows(
      'forgets the oldest lines first, so that whoever stops half-way has a history without a gap',
      async () => {
        const { todos } = await add('one');
        const todoId = todos[0]?.id as TodoId;
        await editOften(1, 450);
        const before = await store.todos.history(todoId, 1_000);
        const stoppedAfter = (times: number) => {
          let asked = 0;
          return {
            get aborted() {
              return (asked += 1) > times;
            },
          } as AbortSignal;
        };
        await store.todos.pruneHistory(7, stoppedAfter(2));
        const left = await store.todos.history(todoId, 1_000);
        expect(left.length).toBeGreaterThan(7);
        expect(left.length).toBeLessThan(before.length);
        expect(left).toEqual(before.slice(0, left.length));
      },
    );

    withManyRows('reaches every to-do, however many there are', async () => {
      const { todos } = await add(...Array.from({ length: 1_200 }, (_each, n) => `to-do ${n}`));
      const numbers = todos.map(({ number }) => number);
      await acts.complete(mine, { numbers });
      await store.todos.pruneHistory(1);
      const counts = await database.query(
        'select todo_id from todo_history group by todo_id having count(*) > 1',
      );
      expect(counts).toEqual([]);
      expect((await acts.history(todos[700]?.id as TodoId)).map(({ act }) => act)).toEqual(['done']);
    });
  });

  describe('reading', () => {
    withManyRows('gives one page however many queries it takes, up to its very end', async () => {
      await add(...Array.from({ length: 300 }, (_each, n) => `to-do ${n + 1}`));
      const upTo = (end: number, from = 1) => Array.from({ length: end - from + 1 }, (_each, n) => from + n);
      for (const limit of [99, 100, 101, 200, 250]) {
        expect((await walk('open', limit))[0]).toEqual(upTo(limit));
      }
      expect(await walk('open', 299)).toEqual([upTo(299), [300]]);
      expect(await walk('open', 300)).toEqual([upTo(300)]);
      expect(await walk('open', 500)).toEqual([upTo(300)]);
      await acts.complete(mine, { numbers: upTo(300) });
      expect(await walk('done', 250)).toEqual([upTo(300, 51).reverse(), upTo(50).reverse()]);
    });

    withManyRows(
      'gives a shorter page of long texts, so that no answer is huge, and all of them in the end',
      async () => {
        const notes = '𠮷'.repeat(16_000);
        await acts.add(
          mine,
          Array.from({ length: 40 }, (_, n) => ({ text: `long ${n}`, notes })),
        );
        const numbers: number[] = [];
        let cursor: string | undefined;
        do {
          const page = await acts.page(mine.listId, { state: 'open', limit: 500, cursor });
          expect(page.todos.length).toBeGreaterThan(0);
          expect(page.todos.length).toBeLessThan(40);
          numbers.push(...page.todos.map(({ number }) => number));
          cursor = page.next ?? undefined;
        } while (cursor !== undefined);
        expect(numbers).toEqual(Array.from({ length: 40 }, (_, n) => n + 1));
      },
    );

    it('gives a list that was never written to as empty', async () => {
      expect(await acts.list(mine.listId)).toEqual({
        ...{ id: mine.listId, revision: 0, nextNumber: 1, openCount: 0, doneCount: 0 },
      });
      expect(await acts.page(mine.listId, { state: 'open', limit: 10 })).toEqual({ todos: [], next: null });
    });

    it('pages through open ones by number and done ones by the newest first', async () => {
      await add('1', '2', '3', '4', '5');
      for (const number of [4, 2, 5]) {
        clock += 1;
        await acts.complete(mine, { numbers: [number] });
      }
      expect(await walk('open', 1)).toEqual([[1], [3]]);
      expect(await walk('done', 2)).toEqual([[5, 2], [4]]);
      expect(await walk('done', 3)).toEqual([[5, 2, 4]]);
    });

    const walk = async (state: 'open' | 'done', limit: number): Promise<number[][]> => {
      const pages: number[][] = [];
      for (let cursor: string | undefined; pages.length < 9;) {
        const page = await acts.page(mine.listId, { state, limit, cursor });
        pages.push(page.todos.map(({ number }) => number));
        if (page.next === null) break;
        cursor = page.next;
      }
      return pages;
    };

    it.each(['', 'x', 'WzFd', 'bnVsbA', Buffer.from('[1e999,1]').toString('base64url')])(
      'refuses the cursor %j',
      async (cursor) => {
        await refused(() => acts.page(mine.listId, { state: 'open', limit: 1, cursor }), 'invalid_input');
        await refused(() => acts.page(mine.listId, { state: 'done', limit: 1, cursor }), 'invalid_input');
      },
    );

    it.each([0, 501, 1.5, Number.NaN])('refuses a page of %p', async (limit) => {
      await refused(() => acts.page(mine.listId, { state: 'open', limit }), 'invalid_input');
    });

    describe('finding by words', () => {
      const query = { state: 'open', extent: 'beginning', limit: 500 } as const;
      const numbers = async (words: string, more: Partial<WordsQuery> = {}) =>
        (await acts.findByWords(mine.listId, { ...query, words, ...more })).todos.map(({ number }) => number);

      it('looks at the beginnings of words, whatever their case and width', async () => {
        await add(
          'Buy MILK',
          'Ärger',
          'mi_lk%',
          'ＭＩＬＫ in full width',
          'milk, done',
          'Team meeting, steam',
        );
        await acts.complete(mine, { numbers: [5] });
        expect(await numbers('milk')).toEqual([1, 4]);
        expect(await numbers('äRGER')).toEqual([2]);
        expect(await numbers('_')).toEqual([3]);
        expect(await numbers('%')).toEqual([3]);
        expect(await numbers('tea')).toEqual([6]);
        expect(await numbers('eam')).toEqual([]);
        expect(await numbers('tea', { extent: 'whole' })).toEqual([]);
        expect(await numbers('TEAM', { extent: 'whole' })).toEqual([6]);
        expect(await numbers('bread')).toEqual([]);
      });

      it('looks at the done ones by the same rules, the newest first', async () => {
        await add('Buy MILK', 'ＭＩＬＫ', 'buttermilk', 'milk');
        for (const number of [2, 3, 1]) {
          clock += 1;
          await acts.complete(mine, { numbers: [number] });
        }
        expect(await numbers('milk', { state: 'done' })).toEqual([1, 2]);
        expect(await numbers('milk')).toEqual([4]);
      });

      it('gives the first ones in the order of the list, and says how many there are', async () => {
        await add(...Array.from({ length: 30 }, (_, at) => `milk ${at}`));
        const found = await acts.findByWords(mine.listId, { ...query, words: 'milk', limit: 10 });
        expect(found.total).toBe(30);
        expect(found.todos.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
        const limit = 501;
        await refused(
          () => acts.findByWords(mine.listId, { ...query, words: 'milk', limit }),
          'invalid_input',
        );
      });
    });

    describe('all that are open', () => {
      withManyRows('are done in one change, which one undo takes back', async () => {
        await add(...Array.from({ length: 510 }, (_, at) => `item ${at}`));
        await acts.complete(mine, { numbers: [7] });
        const change = await acts.complete(mine, { every: 'open' });
        expect(change.todos).toHaveLength(509);
        expect(change.list).toMatchObject({ openCount: 0, doneCount: 510 });
        expect((await acts.undo(mine)).list).toMatchObject({ openCount: 509, doneCount: 1 });
      });

      it('are refused when there is none', async () => {
        await refused(() => acts.complete(mine, { every: 'open' }), 'todo_not_found');
      });
    });

    it('tells the history of a to-do, newest first, with what changed', async () => {
      const { todos, id } = await add('one');
      clock += 1;
      const edit = await acts.edit(bobs, { numbers: [1] }, { text: 'uno' });
      const undo = await acts.undo(bobs);
      const todoId = todos[0]?.id as TodoId;
      const all = { listId: mine.listId, madeIn: mine.listId, todoId };
      expect(await acts.history(todoId)).toEqual([
        {
          ...{ ...all, changeId: undo.id, actorId: BOB, act: 'undo', at: NOON + 1, undoes: edit.id },
          ...{ before: { text: 'uno' }, after: { text: 'one' } },
        },
        {
          ...{ ...all, changeId: edit.id, actorId: BOB, act: 'edit', at: NOON + 1, undoes: null },
          ...{ before: { text: 'one' }, after: { text: 'uno' } },
        },
        {
          ...{ ...all, changeId: id, actorId: ANN, act: 'add', at: NOON, undoes: null },
          ...{ before: {}, after: { text: 'one', state: 'open', assigneeId: null } },
        },
      ]);
      expect(await acts.changeOf(edit.id)).toMatchObject({ listId: mine.listId, actorId: BOB });
      await refused(() => acts.changeOf('none' as ChangeId), 'not_found');
      await refused(() => acts.find('none' as TodoId), 'todo_not_found');
    });
  });

  it('stays in order when the clock is set back', async () => {
    await add('one');
    clock = NOON - 3_600_000;
    await add('two');
    const { todos } = await acts.complete(mine, { numbers: [1] });
    expect(todos[0]).toMatchObject({ version: 2, updatedAt: NOON, doneAt: NOON, createdAt: NOON });
    expect(await texts()).toEqual(['two']);
    expect((await acts.undo(mine)).todos[0]).toMatchObject({ version: 3, state: 'open', updatedAt: NOON });
    expect((await acts.undo(mine)).todos[0]).toMatchObject({ number: 2, state: 'deleted' });
    expect(await texts()).toEqual(['one']);
  });

  withManyRows('refuses more open ones than a list may have', async () => {
    await add(...Array.from({ length: MAX_OPEN_PER_LIST }, (_each, index) => `to-do ${index}`));
    await refused(() => add('one more'), 'list_full');
    await acts.complete(mine, { numbers: [1] });
    await add('fits again');
    await refused(() => acts.reopen(mine, { numbers: [1] }), 'list_full');
  });
});
