import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { UserId } from '../shared/ids.ts';
import { DAY_MS, HOUR_MS } from '../shared/time.ts';
import { channelList, personList } from '../todos/list.ts';
import type { Change } from '../todos/ports.ts';
import type { Todo, TodoId } from '../todos/todo.ts';
import { oneZone } from '../todos/when.ts';
import { contentOf, emptied } from './testing/content.ts';
import { EMPTIED_DATABASES } from './testing/emptied-stores.ts';
import type { Opened, TestDatabase } from './testing/fresh-stores.ts';
import { CHANNEL } from './testing/people.ts';

const NOON = 1_800_000_000_000;
const UTC = oneZone('UTC');

describe.each(EMPTIED_DATABASES)('what one person asks of another, on %s', (_name, create) => {
  let database: TestDatabase;
  let store: Opened;
  let acts: Opened['acts'];
  let clock = NOON;
  let turn = 0;
  let [ann, bob, cid] = ['ann', 'bob', 'cid'] as [UserId, UserId, UserId];

  beforeAll(async () => {
    database = await create(process.env);
    store = await database.open(() => clock);
    acts = store.acts;
  });
  afterAll(() => database.remove());
  beforeEach(() => {
    clock = NOON;
    turn += 1;
    [ann, bob, cid] = ['ann', 'bob', 'cid'].map((name) => `${name}${turn}`) as [UserId, UserId, UserId];
  });

  const by = (actorId: UserId) => ({ actorId, listId: personList(actorId) });
  const list = async (whose: UserId) => {
    const { revision, nextNumber, openCount, doneCount } = await acts.list(personList(whose));
    return { revision, nextNumber, openCount, doneCount };
  };
  const texts = async (whose: UserId, state: 'open' | 'done' = 'open') =>
    (await acts.page(personList(whose), { state, limit: 9 })).todos.map(({ text }) => text);
  const only = ({ todos: [todo, ...others] }: Change): Todo => {
    if (todo === undefined || others.length > 0) throw new Error('Expected one to-do.');
    return todo;
  };
  const sent = async (text = 'Review the plan', to = bob) => only(await acts.send(by(ann), [{ text }], [to]));
  const refused = async (act: () => Promise<unknown>, kind: string, code?: string): Promise<void> => {
    const before = await contentOf(database);
    await expect(act()).rejects.toMatchObject({ ...(code && { code }), details: { refused: { kind } } });
    expect(await contentOf(database)).toEqual(before);
  };

  /** Many rows would slow down all later comparisons of everything. */
  const withManyRows = (sentence: string, test: () => Promise<void>) =>
    it(sentence, () => test().finally(() => emptied(database)));

  describe('sending', () => {
    it('puts a new one into the list of the other person, where it waits and is in no list', async () => {
      await acts.add(by(bob), [{ text: 'own' }]);
      const change = await acts.send(by(ann), [{ text: ' Review the plan ' }], [bob]);
      expect(change).toMatchObject({
        act: 'add',
        list: { id: personList(ann), revision: 0, openCount: 0 },
        concerns: { lists: [personList(bob)], people: [ann, bob] },
      });
      expect(only(change)).toMatchObject({
        ...{ listId: personList(bob), number: 2, order: 2, text: 'Review the plan', creatorId: ann },
        ...{ assigneeId: bob, state: 'waiting', request: 'waiting', requestReason: '', requestedAt: NOON },
      });
      expect(await list(bob)).toEqual({ revision: 2, nextNumber: 3, openCount: 1, doneCount: 0 });
      expect(await texts(bob)).toEqual(['own']);
      const words = { words: 'review', state: 'open', extent: 'whole', limit: 9 } as const;
      expect(await acts.findByWords(personList(bob), words)).toEqual({ todos: [], total: 0 });
      expect(await acts.requests(bob, 9)).toEqual(change.todos);
      expect(await acts.sent({ personId: ann, doneAfter: 0, limit: 9 })).toEqual(change.todos);
      expect(await acts.mine(bob, 9)).toMatchObject([{ text: 'own' }]);
    });

    it('gives each of several people one, in one change that one undo takes back', async () => {
      const change = await acts.send(by(ann), [{ text: 'Review' }], [bob, cid, bob, ann]);
      expect(change.todos.map(({ listId, state }) => [listId, state])).toEqual([
        [personList(bob), 'waiting'],
        [personList(cid), 'waiting'],
        [personList(ann), 'open'],
      ]);
      const undone = await acts.undo(by(ann));
      expect(undone.todos.map(({ state }) => state)).toEqual(['deleted', 'deleted', 'deleted']);
      expect(await acts.requests(bob, 9)).toEqual([]);
      expect(await list(ann)).toMatchObject({ openCount: 0 });
    });

    it('is an ordinary add to oneself', async () => {
      expect(only(await acts.send(by(ann), [{ text: 'own' }], [ann]))).toMatchObject({
        ...{ state: 'open', request: null, requestedAt: null, assigneeId: ann, number: 1 },
      });
    });

    it('is done once when the request comes twice', async () => {
      const request = { ...by(ann), requestKey: `send-${turn}` };
      const first = await acts.send(request, [{ text: 'once' }], [bob]);
      const again = await acts.send(request, [{ text: 'once' }], [bob]);
      expect([again.id, again.list.id]).toEqual([first.id, personList(ann)]);
      expect(await acts.requests(bob, 9)).toHaveLength(1);
    });

    withManyRows('takes no more of them by undoing that some were taken back', async () => {
      const drafts = Array.from({ length: 20 }, (_each, at) => ({ text: `request ${at}` }));
      const [first] = (await acts.send(by(ann), drafts, [bob])).todos;
      const { id } = await acts.takeBack(by(ann), { sent: [first?.id as TodoId] }, 'UTC');
      expect(await acts.askedByUndo(by(ann), id)).toEqual({ changeId: id, people: [bob], receivers: [] });
      const { id: other } = await acts.send(by(ann), [{ text: 'another' }], [bob]);
      await refused(() => acts.undo(by(ann), id), 'asked_too_often', 'too_many_requested');
      expect(await acts.askedByUndo(by(ann))).toEqual({ changeId: other, people: [], receivers: [bob] });
      await acts.undo(by(ann));
      await acts.undo(by(ann), id);
      expect(await acts.requests(bob, 500)).toHaveLength(20);
    });

    withManyRows('takes at most 20 unanswered ones from one person to another, and 500 for one', async () => {
      const drafts = Array.from({ length: 20 }, (_each, at) => ({ text: `request ${at}` }));
      const { todos } = await acts.send(by(ann), drafts, [bob]);
      await refused(() => sent(), 'asked_too_often', 'too_many_requested');
      await acts.add(by(ann), [{ text: 'own' }]);
      await refused(() => acts.assign(by(ann), { numbers: [1] }, bob, UTC), 'asked_too_often');
      await acts.accept(by(bob), { ids: [todos[0]?.id as TodoId] }, 'UTC');
      await sent();
      for (let asker = 0; asker < 24; asker += 1)
        await acts.send(by(`${turn}a${asker}` as UserId), drafts, [bob]);
      await refused(() => acts.send(by(cid), [{ text: 'one too many' }], [bob]), 'inbox_full');
      expect(await acts.requests(bob, 500)).toHaveLength(500);
    });
  });

  describe('assigning', () => {
    const assign = (whose: UserId, number: number, to: UserId | null) =>
      acts.assign(by(whose), { numbers: [number] }, to, UTC);

    it('sends one of one’s own: the same to-do, with a number in the other list and none in the old', async () => {
      await acts.add(by(bob), [{ text: 'own' }]);
      const added = only(await acts.add(by(ann), [{ text: 'Review', notes: 'by Friday' }]));
      await acts.add(by(ann), [{ text: 'other' }]);
      clock += 1;
      const change = await assign(ann, 1, bob);
      expect(only(change)).toMatchObject({
        ...{
          id: added.id,
          listId: personList(bob),
          number: 2,
          order: 2,
          notes: 'by Friday',
          createdAt: NOON,
        },
        ...{ creatorId: ann, assigneeId: bob, state: 'waiting', request: 'waiting', requestedAt: NOON + 1 },
        version: 2,
      });
      expect(change.concerns).toEqual({ lists: [personList(ann), personList(bob)], people: [ann, bob] });
      expect(change.list).toMatchObject({ id: personList(ann), revision: 3, openCount: 1, nextNumber: 3 });
      expect(await list(bob)).toEqual({ revision: 2, nextNumber: 3, openCount: 1, doneCount: 0 });
      expect(await texts(ann)).toEqual(['other']);
      expect(await acts.find(added.id)).toEqual(only(change));
      expect((await acts.history(added.id)).map(({ act, listId, madeIn }) => [act, listId, madeIn])).toEqual([
        ['assign', personList(bob), personList(ann)],
        ['add', personList(ann), personList(ann)],
      ]);
      await refused(() => acts.complete(by(ann), { numbers: [1] }), 'went_away', 'todo_not_found');
      expect(await acts.wentAway(personList(ann), added.id)).toEqual({
        key: added.id,
        toId: bob,
        isBack: false,
      });
      expect(await acts.wentAway(personList(cid), added.id)).toBeUndefined();
    });

    it('is put back by undo where it was, with its number', async () => {
      await acts.add(by(ann), [{ text: 'Review', when: { due: '2027-02-01T10:00', zones: UTC } }]);
      const before = await acts.select(personList(ann), { numbers: [1] });
      await acts.assign(by(ann), { numbers: [1] }, bob, oneZone('Asia/Tokyo'));
      const undone = await acts.undo(by(ann));
      const { version: _version, updatedAt: _updatedAt, ...asBefore } = before[0] as Todo;
      expect(only(undone)).toMatchObject(asBefore);
      expect(await list(ann)).toEqual({ revision: 3, nextNumber: 2, openCount: 1, doneCount: 0 });
      expect(await list(bob)).toEqual({ revision: 2, nextNumber: 2, openCount: 0, doneCount: 0 });
      await refused(() => acts.accept(by(bob), { numbers: [1] }, 'UTC'), 'went_away');
      expect(only(await acts.complete(by(ann), { numbers: [1] }))).toMatchObject({
        state: 'done',
        request: null,
      });
    });

    it('is not put back once it was answered, and tells nothing of what became of it', async () => {
      await acts.add(by(ann), [{ text: 'Review' }]);
      const { id } = only(await assign(ann, 1, bob));
      await acts.accept(by(bob), { ids: [id] }, 'UTC');
      const thrown: unknown = await acts.undo(by(ann)).catch((error: unknown) => error);
      expect(thrown).toMatchObject({ code: 'changed_since', details: { refused: { number: 0 } } });
      expect(thrown).not.toHaveProperty('details.todo');
    });

    it('sends on what was asked, for whoever asked first, and not back to them', async () => {
      const { id } = await sent();
      await refused(() => acts.assign(by(bob), { ids: [id] }, ann, UTC), 'decline_instead', 'wrong_state');
      expect(only(await acts.assign(by(bob), { ids: [id] }, cid, UTC))).toMatchObject({
        ...{ listId: personList(cid), creatorId: ann, assigneeId: cid, state: 'waiting' },
      });
      expect(await acts.requests(bob, 9)).toEqual([]);
      expect(await acts.sent({ personId: ann, doneAfter: 0, limit: 9 })).toMatchObject([{ assigneeId: cid }]);
      expect(only(await acts.undo(by(bob)))).toMatchObject({ listId: personList(bob), number: 1 });
    });

    it('keeps moments, by the clock of whoever has it then; a day and what repeats stay as they are written', async () => {
      const due = (text: string, when: { due: string; repeat?: string }) =>
        acts.add(by(ann), [{ text, when: { ...when, zones: oneZone('Europe/Berlin') } }]);
      await due('moment', { due: '2027-02-01T17:00' });
      await due('day', { due: '2027-02-01' });
      await due('rule', { due: '2027-02-01T17:00', repeat: 'FREQ=WEEKLY;BYDAY=MO' });
      const { todos } = await acts.assign(by(ann), { numbers: [1, 2, 3] }, bob, oneZone('Asia/Tokyo'));
      const moment = (at: string) => new Date(at).getTime();
      expect(todos).toMatchObject([
        { due: '2027-02-02T01:00', dueAt: moment('2027-02-01T17:00+01:00'), dueZone: 'Asia/Tokyo' },
        { due: '2027-02-01', dueAt: moment('2027-02-02T00:00+09:00'), dueZone: 'Asia/Tokyo' },
        { due: '2027-02-01T17:00', dueAt: moment('2027-02-01T17:00+09:00'), dueZone: 'Asia/Tokyo' },
      ]);
      const reminders = [{ at: '2027-02-01T17:00', zones: oneZone('Europe/Berlin') }];
      await acts.add(by(ann), [{ text: 'undated', reminders }]);
      const undated = await acts.assign(by(ann), { numbers: [4] }, bob, oneZone('Asia/Tokyo'));
      expect(only(undated)).toMatchObject({
        due: null,
        dueZone: 'Asia/Tokyo',
        reminders: [{ at: '2027-02-02T01:00' }],
      });
      const accepted = await acts.accept(by(bob), { numbers: [1, 2, 3, 4] }, 'Asia/Seoul');
      expect(accepted.todos.map(({ dueZone }) => dueZone)).toEqual(
        Array.from({ length: 4 }, () => 'Asia/Seoul'),
      );
      expect(accepted.todos[0]).toMatchObject({
        due: '2027-02-02T01:00',
        dueZone: 'Asia/Seoul',
        state: 'open',
      });
    });

    it('says in a channel’s list only who is to do it, and has the reminders go there', async () => {
      const channel = { actorId: ann, listId: channelList(`${CHANNEL}${turn}` as never) };
      const when = { due: '2027-02-01T17:00', zones: UTC };
      const [first] = (
        await acts.add(channel, [
          { text: 'x', when, reminders: [{ minutesBefore: 5 }] },
          { text: 'for bob', assigneeId: bob },
        ])
      ).todos;
      const person = async () =>
        (await database.query(`select person_id from wake_up where about = '${first?.id}'`))[0]?.[
          'person_id'
        ];
      expect(await person()).toBe(ann);
      const change = await acts.assign(channel, { numbers: [1] }, bob, oneZone('Asia/Tokyo'));
      expect(only(change)).toMatchObject({
        ...{ listId: channel.listId, number: 1, state: 'open', assigneeId: bob, request: null },
        ...{ due: '2027-02-02T02:00', dueZone: 'Asia/Tokyo' },
      });
      expect(change.concerns).toEqual({ lists: [channel.listId], people: [ann, bob] });
      expect(await person()).toBe(bob);
      expect((await acts.mine(bob, 9)).map(({ text }) => text)).toEqual(['x', 'for bob']);
      expect((await acts.assign(channel, { numbers: [1] }, bob, UTC)).unchanged).toHaveLength(1);
      expect(only(await acts.undo(channel))).toMatchObject({ assigneeId: null, due: '2027-02-01T17:00' });
      expect(await person()).toBe(ann);
      expect(only(await acts.assign(channel, { numbers: [2] }, null, UTC)).assigneeId).toBeNull();
    });

    it('to oneself and to nobody changes nothing in one’s own list', async () => {
      await acts.add(by(ann), [{ text: 'own' }]);
      const before = await contentOf(database);
      for (const to of [ann, null]) expect((await assign(ann, 1, to)).unchanged).toHaveLength(1);
      expect(await contentOf(database)).toEqual(before);
    });

    it('refuses what is done, and another version', async () => {
      await acts.add(by(ann), [{ text: 'own' }]);
      await expect(acts.assign(by(ann), { numbers: [1] }, bob, UTC, 7)).rejects.toMatchObject({
        code: 'version_conflict',
      });
      await acts.complete(by(ann), { numbers: [1] });
      await refused(() => assign(ann, 1, bob), 'not_open', 'wrong_state');
    });
  });

  describe('answering', () => {
    it('accepts: it is among the open ones from then on, until undo', async () => {
      const { id } = await sent();
      const { todos, list: after } = await acts.accept(by(bob), { numbers: [1] }, 'UTC');
      expect(todos).toMatchObject([
        { id, state: 'open', request: 'accepted', requestedAt: NOON, version: 2 },
      ]);
      expect(after).toMatchObject({ openCount: 1 });
      expect(await texts(bob)).toEqual(['Review the plan']);
      expect(await acts.requests(bob, 9)).toEqual([]);
      expect((await acts.accept(by(bob), { numbers: [1] }, 'UTC')).unchanged).toEqual([id]);
      expect(only(await acts.undo(by(bob)))).toMatchObject({ state: 'waiting', request: 'waiting' });
      expect(await list(bob)).toMatchObject({ openCount: 0 });
    });

    it('declines with a reason, also what was accepted, and may still be accepted after that', async () => {
      const { id } = await sent();
      await acts.accept(by(bob), { ids: [id] }, 'UTC');
      const declined = await acts.decline(by(bob), { ids: [id] }, ' No time \u0000');
      expect(only(declined)).toMatchObject({
        state: 'declined',
        request: 'declined',
        requestReason: 'No time',
      });
      expect(declined.list).toMatchObject({ openCount: 0 });
      expect((await acts.decline(by(bob), { ids: [id] }, '')).unchanged).toEqual([id]);
      expect(await acts.sent({ personId: ann, doneAfter: 0, limit: 9 })).toHaveLength(1);
      expect(only(await acts.accept(by(bob), { ids: [id] }, 'UTC'))).toMatchObject({
        ...{ state: 'open', request: 'accepted', requestReason: '' },
      });
      await expect(acts.decline(by(bob), { ids: [id] }, 'x'.repeat(1_001))).rejects.toMatchObject({
        code: 'text_too_long',
      });
    });

    it('just does it: that accepts it, and makes the next one of a rule', async () => {
      const zones = oneZone('UTC');
      const when = { due: '2027-02-01', repeat: 'FREQ=WEEKLY', zones };
      const { todos } = await acts.send(by(ann), [{ text: 'Water plants', when }], [bob]);
      const done = await acts.complete(by(bob), { ids: todos.map(({ id }) => id) });
      expect(done.todos).toMatchObject([
        { state: 'done', request: 'accepted' },
        { state: 'open', request: 'accepted', creatorId: ann, assigneeId: bob, due: '2027-02-08' },
      ]);
      expect(done.list).toMatchObject({ openCount: 1, doneCount: 1 });
      expect((await acts.undo(by(bob))).todos).toMatchObject([{ state: 'waiting' }, { state: 'deleted' }]);
    });

    it.each(['edit', 'reopen', 'remove'] as const)(
      'is wanted before whoever has it can %s it',
      async (act) => {
        await sent();
        const first = { numbers: [1] };
        const edit = () => acts.edit(by(bob), first, { text: 'other' });
        await refused(act === 'edit' ? edit : () => acts[act](by(bob), first), 'answer_first', 'not_allowed');
        await acts.decline(by(bob), first, '');
        await refused(act === 'edit' ? edit : () => acts[act](by(bob), first), 'accept_first', 'not_allowed');
      },
    );

    it('is not avoided by deleting: what was accepted is declined or done', async () => {
      const { id } = await sent();
      await acts.accept(by(bob), { ids: [id] }, 'UTC');
      await refused(() => acts.remove(by(bob), { ids: [id] }), 'decline_instead', 'wrong_state');
      await acts.complete(by(bob), { ids: [id] });
      expect(only(await acts.remove(by(bob), { ids: [id] })).state).toBe('deleted');
    });

    it('is not for what nobody asked for, nor for what is done', async () => {
      await acts.add(by(ann), [{ text: 'own' }]);
      await refused(() => acts.accept(by(ann), { numbers: [1] }, 'UTC'), 'not_a_request', 'wrong_state');
      await refused(() => acts.decline(by(ann), { numbers: [1] }, ''), 'not_a_request', 'wrong_state');
      const { id } = await sent();
      await acts.complete(by(bob), { ids: [id] });
      await refused(() => acts.decline(by(bob), { ids: [id] }, ''), 'not_open', 'wrong_state');
    });

    it('brings no reminder before it is accepted, nor after a no', async () => {
      const when = { due: '2027-02-01T17:00', zones: UTC };
      const reminders = [{ minutesBefore: 5 }];
      const { id } = only(await acts.send(by(ann), [{ text: 'x', when, reminders }], [bob]));
      const people = async () =>
        (
          await database.query(`select person_id from wake_up where kind = 'reminder' and about = '${id}'`)
        ).map((row) => row['person_id']);
      expect(await people()).toEqual([]);
      expect(await acts.due({ personId: bob, limit: 9 })).toEqual([]);
      await acts.accept(by(bob), { ids: [id] }, 'UTC');
      expect(await people()).toEqual([bob]);
      expect(await acts.due({ personId: bob, limit: 9 })).toHaveLength(1);
      await acts.decline(by(bob), { ids: [id] }, '');
      expect(await people()).toEqual([]);
    });

    withManyRows('fits no full list', async () => {
      const drafts = Array.from({ length: 2_000 }, (_each, at) => ({ text: `${at}` }));
      await acts.add(by(bob), drafts);
      const { id } = await sent();
      await refused(() => acts.accept(by(bob), { ids: [id] }, 'UTC'), 'list_full');
    });
  });

  describe('whoever asks', () => {
    it('changes it until it is answered, in a list of their own, and undoes that there', async () => {
      const { id } = await sent();
      const which = { sent: [id] };
      const change = await acts.edit(by(ann), which, { text: 'Review plan B' }, 1);
      expect(change).toMatchObject({
        list: { id: personList(ann), revision: 0 },
        concerns: { lists: [personList(bob)], people: [ann, bob] },
        todos: [{ text: 'Review plan B', listId: personList(bob) }],
      });
      expect(await acts.changeOf(change.id)).toMatchObject({ listId: personList(ann), actorId: ann });
      expect(await list(bob)).toMatchObject({ revision: 2 });
      expect(only(await acts.undo(by(ann)))).toMatchObject({ text: 'Review the plan', state: 'waiting' });
      await acts.edit(by(ann), which, { when: { due: '2027-02-01', zones: UTC } });
      await acts.accept(by(bob), { ids: [id] }, 'UTC');
      await refused(() => acts.edit(by(ann), which, { text: 'late' }), 'answered_already', 'not_allowed');
      await expect(acts.undo(by(ann))).rejects.toMatchObject({ code: 'changed_since' });
      await expect(acts.edit(by(ann), which, { text: 'late' }, 1)).rejects.toMatchObject({
        details: { refused: { kind: 'other_version', number: 0 } },
      });
    });

    it.each(['complete', 'reopen', 'remove', 'skip'] as const)('cannot %s it', async (act) => {
      const { id } = await sent();
      await refused(() => acts[act](by(ann), { sent: [id] }), 'only_receiver', 'not_allowed');
      await refused(() => acts[act](by(ann), { ids: [id] }), 'not_in_list', 'todo_not_found');
    });

    it('takes it back, also after a no, into their own list with a new number', async () => {
      await acts.add(by(ann), [{ text: 'own' }]);
      for (const declines of [false, true]) {
        const { id, number } = await sent();
        if (declines) await acts.decline(by(bob), { ids: [id] }, 'No');
        const back = await acts.takeBack(by(ann), { sent: [id] }, 'UTC');
        expect(only(back)).toMatchObject({
          ...{ listId: personList(ann), assigneeId: ann, state: 'open' },
          ...{ request: null, requestReason: '', requestedAt: null, number: declines ? 3 : 2 },
        });
        expect(back.list).toMatchObject({ id: personList(ann), openCount: declines ? 3 : 2 });
        await refused(() => acts.accept(by(bob), { numbers: [number] }, 'UTC'), 'went_away');
        expect(await acts.wentAway(personList(bob), id)).toEqual({ key: id, toId: ann, isBack: true });
        await refused(() => acts.takeBack(by(ann), { ids: [id] }, 'UTC'), 'not_sent', 'not_allowed');
      }
      const undone = only(await acts.undo(by(ann)));
      expect(undone).toMatchObject({
        listId: personList(bob),
        number: 2,
        state: 'declined',
        requestReason: 'No',
      });
      expect(await acts.wentAway(personList(bob), undone.id)).toBeUndefined();
      await refused(() => acts.complete(by(ann), { numbers: [3] }), 'went_away');
    });

    it.each(['sent on', 'taken back'] as const)(
      'says of one that left a list twice that it was %s',
      async (last) => {
        for (let number = 1; number < 9; number += 1) await acts.add(by(bob), [{ text: `own ${number}` }]);
        const { id } = await sent();
        const back = () => acts.takeBack(by(ann), { sent: [id] }, 'UTC');
        const on = () => acts.assign(by(bob), { ids: [id] }, cid, UTC);
        const again = (from: UserId) => acts.assign(by(from), { ids: [id] }, bob, UTC);
        if (last === 'sent on') {
          await back();
          await again(ann);
          await on();
          expect(await acts.wentAway(personList(bob), id)).toEqual({ key: id, toId: cid, isBack: false });
        } else {
          await on();
          await again(cid);
          await back();
          expect(await acts.wentAway(personList(bob), id)).toEqual({ key: id, toId: ann, isBack: true });
        }
      },
    );

    it('does not take back what was accepted', async () => {
      const { id } = await sent();
      await acts.accept(by(bob), { ids: [id] }, 'UTC');
      await refused(() => acts.takeBack(by(ann), { sent: [id] }, 'UTC'), 'answered_already', 'not_allowed');
    });

    it('asks again once a day, and the last one asked for comes last', async () => {
      const first = await sent('first');
      clock += HOUR_MS;
      await sent('second');
      const which = { sent: [first.id] };
      await refused(() => acts.bump(by(ann), which), 'bumped_lately', 'wrong_state');
      clock = NOON + DAY_MS - 1;
      await refused(() => acts.bump(by(ann), which), 'bumped_lately', 'wrong_state');
      clock = NOON + DAY_MS;
      expect(only(await acts.bump(by(ann), which))).toMatchObject({ requestedAt: clock, state: 'waiting' });
      await refused(() => acts.bump(by(ann), which), 'bumped_lately', 'wrong_state');
      expect((await acts.requests(bob, 9)).map(({ text }) => text)).toEqual(['second', 'first']);
      const all = { personId: ann, doneAfter: 0, limit: 9 };
      expect((await acts.sent(all)).map(({ text }) => text)).toEqual(['first', 'second']);
      expect(only(await acts.undo(by(ann)))).toMatchObject({ requestedAt: NOON });
    });

    it('reaches by its id only what they sent', async () => {
      const { id } = await sent();
      for (const whose of [bob, cid]) {
        await refused(() => acts.bump(by(whose), { sent: [id] }), 'not_in_list', 'todo_not_found');
        await refused(() => acts.takeBack(by(whose), { sent: [id] }, 'UTC'), 'not_in_list');
      }
    });

    it('sees of what is done what was done lately', async () => {
      for (const at of [0, 1, 2]) {
        clock = NOON + at;
        const { id } = await sent(`at ${at}`);
        await acts.complete(by(bob), { ids: [id] });
      }
      const shown = async (doneAfter: number, limit = 9) =>
        (await acts.sent({ personId: ann, doneAfter, limit })).map(({ text }) => text);
      expect(await shown(NOON)).toEqual(['at 2', 'at 1']);
      expect(await shown(NOON - 1, 2)).toEqual(['at 2', 'at 1']);
      await expect(acts.sent({ personId: ann, doneAfter: 0, limit: 501 })).rejects.toMatchObject({
        code: 'invalid_input',
      });
      await expect(acts.requests(ann, 0)).rejects.toMatchObject({ code: 'invalid_input' });
      await expect(acts.mine(ann, 501)).rejects.toMatchObject({ code: 'invalid_input' });
    });
  });

  it('brings the reminder that whoever has it then wants by default', async () => {
    await store.todos.transaction(async (writer) => {
      await writer.people.lock(bob);
      await writer.people.save({ personId: bob, document: { remindBefore: 45 }, version: 1 });
    });
    const remindersOf = ({ reminders }: Todo) =>
      reminders.map((one) => ('at' in one ? one.at : one.minutesBefore));
    const when = { due: '2027-02-01T17:00', zones: UTC };
    const added = only(await acts.add(by(ann), [{ text: 'x', when }]));
    const assigned = only(await acts.assign(by(ann), { numbers: [1] }, bob, UTC));
    expect(remindersOf(assigned)).toEqual([45]);
    expect(remindersOf(only(await acts.takeBack(by(ann), { sent: [added.id] }, 'UTC')))).toEqual(
      remindersOf(added),
    );
    expect(remindersOf(only(await acts.send(by(ann), [{ text: 'y', when }], [bob])))).toEqual([45]);
    const own = { when, reminders: [{ minutesBefore: 5 }] };
    expect(remindersOf(only(await acts.send(by(ann), [{ text: 'z', ...own }], [bob])))).toEqual([5]);
  });
});
