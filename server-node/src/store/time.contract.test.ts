import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ChannelId, UserId } from '../shared/ids.ts';
import type { Selection } from '../todos/acts.ts';
import { makeRezone } from '../todos/rezone.ts';
import { channelList, personList, type ListId } from '../todos/list.ts';
import type { Todo } from '../todos/todo.ts';
import { oneZone, type When } from '../todos/when.ts';
import { contentOf } from './testing/content.ts';
import { EMPTIED_DATABASES } from './testing/emptied-stores.ts';
import type { Opened, TestDatabase } from './testing/fresh-stores.ts';
import { BOB, CHANNEL } from './testing/people.ts';

const BERLIN = oneZone('Europe/Berlin');
const first = { numbers: [1] };
const local = (wallClock: string) => new Date(`${wallClock}+01:00`).getTime();

describe.each(EMPTIED_DATABASES)('the acts of time on %s', (_name, create) => {
  let database: TestDatabase;
  let acts: Opened['acts'];
  let store: Opened;
  let clock = 0;
  let people = 0;
  let ann = 'ann' as UserId;
  let mine: { actorId: UserId; listId: ListId };

  beforeAll(async () => {
    database = await create(process.env);
    store = await database.open(() => clock);
    acts = store.acts;
  });
  afterAll(() => database.remove());
  beforeEach(() => {
    // A Monday.
    clock = local('2026-11-30T12:00');
    people += 1;
    ann = `ann${people}` as UserId;
    mine = { actorId: ann, listId: personList(ann) };
  });

  const add = (when: Omit<When, 'zones'>, text = 'Water plants') =>
    acts.add(mine, [{ text, when: { ...when, zones: BERLIN } }]);
  const schedule = (actor: typeof mine, which: Selection, when: When) => acts.edit(actor, which, { when });
  const rows = () => acts.select(mine.listId, { numbers: [1, 2] });
  const timeOf = ({ state, due, occurrence, repeat, repeatAnchor }: Todo) => {
    return { state, due, occurrence, repeat, repeatAnchor };
  };
  const refused = async (act: () => Promise<unknown>, kind: string): Promise<void> => {
    const before = await contentOf(database);
    await expect(act()).rejects.toMatchObject({ details: { refused: { kind } } });
    expect(await contentOf(database)).toEqual(before);
  };

  it('keep the date with the moment from which it is over', async () => {
    const { todos } = await add({ due: '2026-12-04T17:00' });
    expect(todos).toMatchObject([
      { due: '2026-12-04T17:00', dueAt: local('2026-12-04T17:00'), dueZone: 'Europe/Berlin' },
    ]);
    const day = await schedule(mine, first, { due: '2026-12-04', zones: BERLIN });
    expect(day.todos).toMatchObject([{ due: '2026-12-04', dueAt: local('2026-12-05T00:00') }]);
    const none = await schedule(mine, first, { due: null, zones: BERLIN });
    expect(none.todos).toMatchObject([{ due: null, dueAt: null, dueZone: null }]);
    await acts.undo(mine);
    await acts.undo(mine);
    expect(await acts.select(mine.listId, first)).toMatchObject([
      { due: '2026-12-04T17:00', dueAt: local('2026-12-04T17:00'), version: 5 },
    ]);
  });

  it('take what is said by the clock of whoever has the to-do', async () => {
    const team = { actorId: ann, listId: channelList(CHANNEL) };
    const { todos } = await acts.add(team, [{ text: 'x' }]);
    const ids = todos.map(({ id }) => id);
    const zones = { own: 'Asia/Tokyo', of: () => 'Europe/Berlin' };
    const bob = { ...team, actorId: 'bob' as UserId };
    expect((await schedule(bob, { ids }, { due: '2026-12-05T01:00', zones })).todos).toMatchObject([
      { due: '2026-12-04T17:00', dueAt: local('2026-12-04T17:00'), dueZone: 'Europe/Berlin' },
    ]);
  });

  it('begin a rule with the date that is said, and without one today or with its first date', async () => {
    await add({});
    const rule = 'FREQ=WEEKLY;BYDAY=FR';
    const { todos } = await schedule(mine, first, { repeat: rule, zones: BERLIN });
    expect(todos).toMatchObject([{ due: '2026-12-04', repeat: rule, repeatAnchor: '2026-12-04' }]);
    const moved = await schedule(mine, first, { due: '2026-12-05T09:00', zones: BERLIN });
    expect(moved.todos).toMatchObject([{ repeat: rule, repeatAnchor: '2026-12-05T09:00' }]);
    const once = await schedule(mine, first, { repeat: null, zones: BERLIN });
    expect(once.todos).toMatchObject([{ due: '2026-12-05T09:00', repeat: null, repeatAnchor: null }]);
  });

  describe('ticking one that repeats', () => {
    it('makes the next in the same change, and undo puts both back', async () => {
      await add({ due: '2026-12-04T17:00', repeat: 'FREQ=WEEKLY;BYDAY=FR' });
      const anchor = { repeat: 'FREQ=WEEKLY;BYDAY=FR', repeatAnchor: '2026-12-04T17:00' };
      const none = { repeat: null, repeatAnchor: null, occurrence: null };
      const done = await acts.complete(mine, first);
      expect(done.list).toMatchObject({ openCount: 1, doneCount: 1, nextNumber: 3 });
      expect((await rows()).map(timeOf)).toEqual([
        { state: 'done', due: '2026-12-04T17:00', ...none },
        { state: 'open', due: '2026-12-11T17:00', occurrence: null, ...anchor },
      ]);
      const undone = await acts.undo(mine);
      expect(undone.list).toMatchObject({ openCount: 1, doneCount: 0 });
      expect((await rows()).map(timeOf)).toEqual([
        { state: 'open', due: '2026-12-04T17:00', occurrence: null, ...anchor },
        { state: 'deleted', due: '2026-12-11T17:00', occurrence: null, ...anchor },
      ]);
    });

    it('is not taken back once the next was changed', async () => {
      await add({ due: '2026-12-04', repeat: 'FREQ=DAILY' });
      const done = await acts.complete(mine, first);
      await acts.edit(mine, { numbers: [2] }, { text: 'Water all plants' });
      await refused(() => acts.undo(mine, done.id), 'next_since');
    });

    it.each(['complete', 'remove'] as const)(
      'is not taken back once somebody else came with `%s` of the next, and says so',
      async (act) => {
        mine = { actorId: ann, listId: channelList(`${ann}s` as ChannelId) };
        await add({ due: '2026-12-04', repeat: 'FREQ=DAILY' });
        const done = await acts.complete(mine, first);
        await acts[act]({ ...mine, actorId: BOB }, { numbers: [2] });
        const became = act === 'complete' ? 'done' : 'deleted';
        const before = await rows();
        await expect(acts.undo(mine, done.id)).rejects.toMatchObject({
          code: 'changed_since',
          message: `To-do 2, which came next, was ${became} since, so this cannot be undone. Nothing was changed.`,
          details: { refused: { kind: 'next_since', number: 2, became } },
        });
        expect(await rows()).toEqual(before);
      },
    );

    it.each([
      ['weekly, weeks late', '2026-11-06', 'FREQ=WEEKLY;BYDAY=FR', '2026-12-04'],
      ['daily, days late', '2026-11-20T08:00', 'FREQ=DAILY', '2026-12-01T08:00'],
      ['daily, for today', '2026-11-30T18:00', 'FREQ=DAILY', '2026-12-01T18:00'],
      ['daily, ahead of its day', '2026-12-02', 'FREQ=DAILY', '2026-12-03'],
      ['the 31st', '2026-10-31', 'FREQ=MONTHLY;BYMONTHDAY=31', '2026-12-31'],
    ])('goes on after today: %s', async (_what, due, repeat, next) => {
      await add({ due, repeat });
      expect((await acts.complete(mine, first)).todos[1]).toMatchObject({ due: next, repeatAnchor: due });
    });

    it('keeps the 31st through a shorter month', async () => {
      await add({ due: '2027-01-31', repeat: 'FREQ=MONTHLY;BYMONTHDAY=31' });
      clock = local('2027-01-31T12:00');
      expect((await acts.complete(mine, first)).todos[1]).toMatchObject({ due: '2027-02-28' });
      clock = local('2027-02-28T12:00');
      expect((await acts.complete(mine, { numbers: [2] })).todos[1]).toMatchObject({ due: '2027-03-31' });
    });

    it('counts from completion where that was said', async () => {
      await add({ due: '2026-11-20T08:00', repeat: 'FREQ=DAILY;INTERVAL=3', repeatFrom: 'done' });
      const { todos } = await acts.complete(mine, first);
      expect(todos[1]).toMatchObject({ due: '2026-12-03T08:00', repeatFrom: 'done' });
      clock = local('2026-12-10T12:00');
      expect((await acts.complete(mine, { numbers: [2] })).todos[1]).toMatchObject({
        due: '2026-12-13T08:00',
      });
    });

    it('ends with the rule, and makes no second one when it is opened and ticked again', async () => {
      await add({ due: '2026-11-30', repeat: 'FREQ=DAILY;COUNT=2' });
      await acts.complete(mine, first);
      await acts.reopen(mine, first);
      expect((await acts.complete(mine, first)).todos).toHaveLength(1);
      clock = local('2026-12-01T12:00');
      expect((await acts.complete(mine, { numbers: [2] })).todos).toHaveLength(1);
      expect(await acts.list(mine.listId)).toMatchObject({ openCount: 0, doneCount: 2 });
    });

    it('gives the next one the reminders before it, and each of several a number', async () => {
      await add({ due: '2026-11-30', repeat: 'FREQ=DAILY' });
      await add({ due: '2026-11-30', repeat: 'FREQ=WEEKLY' });
      await acts.remind(mine, first, { minutesBefore: 10 });
      await acts.remind(mine, first, { at: '2026-11-30T20:00', zones: BERLIN });
      const { todos } = await acts.complete(mine, { every: 'open' });
      expect(todos.map(({ number, due }) => [number, due])).toEqual([
        [1, '2026-11-30'],
        [2, '2026-11-30'],
        [3, '2026-12-01'],
        [4, '2026-12-07'],
      ]);
      expect(todos[2]?.reminders).toMatchObject([{ minutesBefore: 10, byId: ann }]);
    });
  });

  describe('skip', () => {
    it('goes on to the next date, and undo comes back', async () => {
      await add({ due: '2026-12-04', repeat: 'FREQ=WEEKLY;BYDAY=FR' });
      expect((await acts.skip(mine, first)).todos).toMatchObject([{ number: 1, due: '2026-12-11' }]);
      expect((await acts.skip(mine, first)).todos).toMatchObject([{ due: '2026-12-18' }]);
      expect((await acts.undo(mine)).todos).toMatchObject([{ due: '2026-12-11' }]);
    });

    it('stops at today', async () => {
      await add({ due: '2026-11-16', repeat: 'FREQ=WEEKLY;BYDAY=MO' });
      expect((await acts.skip(mine, first)).todos).toMatchObject([{ due: '2026-11-30' }]);
    });

    it('is refused where there is no next', async () => {
      await add({ due: '2026-12-04' });
      await refused(() => acts.skip(mine, first), 'not_repeating');
      await add({ due: '2026-11-29', repeat: 'FREQ=DAILY;UNTIL=20261129' });
      await refused(() => acts.skip(mine, { numbers: [2] }), 'rule_ends');
    });
  });

  describe('snooze', () => {
    it('moves this one, and the next comes from the rule', async () => {
      await add({ due: '2026-11-30T09:00', repeat: 'FREQ=WEEKLY;BYDAY=MO' });
      const moved = await acts.snooze(mine, first, { due: '2026-12-01', zones: BERLIN });
      expect(moved.todos).toMatchObject([
        { due: '2026-12-01T09:00', occurrence: '2026-11-30T09:00', repeatAnchor: '2026-11-30T09:00' },
      ]);
      const again = await acts.snooze(mine, first, { due: '2026-12-02T10:00', zones: BERLIN });
      expect(again.todos).toMatchObject([
        {
          ...{ due: '2026-12-02T10:00', occurrence: '2026-11-30T09:00' },
          reminders: [{ at: '2026-12-02T10:00', byId: ann }],
        },
      ]);
      expect((await acts.complete(mine, first)).todos[1]).toMatchObject({
        ...{ due: '2026-12-07T09:00', occurrence: null, reminders: [] },
      });
    });

    it('keeps the time of day where it is still to come on that day, and drops it else', async () => {
      for (const due of ['2026-11-29T09:00', '2026-11-28T17:00', '2026-11-29']) await add({ due });
      const moved = await acts.snooze(mine, { numbers: [1, 2, 3] }, { due: '2026-11-30', zones: BERLIN });
      expect(moved.todos).toMatchObject([
        { due: '2026-11-30', reminders: [] },
        { due: '2026-11-30T17:00', reminders: [{ at: '2026-11-30T17:00' }] },
        { due: '2026-11-30' },
      ]);
    });

    it('gives a date to one that has none', async () => {
      await add({});
      const { todos } = await acts.snooze(mine, first, { due: '2026-12-01', zones: BERLIN });
      expect(todos).toMatchObject([{ due: '2026-12-01', occurrence: null, reminders: [] }]);
    });

    it('is refused to what is over', async () => {
      await add({ due: '2026-11-30T09:00' });
      await refused(() => acts.snooze(mine, first, { due: '2026-11-29', zones: BERLIN }), 'is_over');
      await refused(() => acts.snooze(mine, first, { due: '2026-11-30T12:00', zones: BERLIN }), 'is_over');
    });
  });

  describe('remind', () => {
    it('adds reminders, each once, and undo puts back what there was', async () => {
      await add({ due: '2026-12-04T17:00' });
      const minutes = await acts.remind(mine, first, { minutesBefore: 30 });
      expect(minutes.todos[0]?.reminders).toEqual([{ id: expect.any(String), byId: ann, minutesBefore: 30 }]);
      expect((await acts.remind(mine, first, { minutesBefore: 30 })).unchanged).toHaveLength(1);
      await acts.remind(mine, first, { at: '2026-12-01T09:00', zones: BERLIN });
      expect((await acts.remind(mine, first, null)).todos[0]?.reminders).toEqual([]);
      expect((await acts.undo(mine)).todos[0]?.reminders).toMatchObject([
        { minutesBefore: 30 },
        { at: '2026-12-01T09:00' },
      ]);
    });

    it("leaves other people's on what somebody else has", async () => {
      const bob = { actorId: 'bob' as UserId, listId: channelList(CHANNEL) };
      const ids = (await acts.add(bob, [{ text: 'x' }])).todos.map(({ id }) => id);
      const anns = { ...bob, actorId: ann };
      await acts.remind(anns, { ids }, { at: '2026-12-01T09:00', zones: BERLIN });
      await acts.remind(bob, { ids }, { at: '2026-12-01T09:00', zones: BERLIN });
      expect((await acts.remind(anns, { ids }, null)).todos[0]?.reminders).toMatchObject([{ byId: 'bob' }]);
    });

    it('is refused where it could never come', async () => {
      await add({});
      await refused(() => acts.remind(mine, first, { minutesBefore: 5 }), 'needs_due');
      await refused(() => acts.remind(mine, first, { at: '2026-11-30T11:59', zones: BERLIN }), 'is_over');
      await add({ due: '2026-12-01' });
      for (let minutes = 1; minutes <= 10; minutes += 1) {
        await acts.remind(mine, { numbers: [2] }, { minutesBefore: minutes });
      }
      const eleventh = () => acts.remind(mine, { numbers: [2] }, { minutesBefore: 11 });
      await refused(eleventh, 'too_many_reminders');
    });
  });

  it.each([
    ['too often', 'FREQ=MINUTELY'],
    ['never', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31'],
    ['unreadable', 'every day'],
  ])('refuse a rule that comes %s', async (_why, repeat) => {
    await add({ due: '2026-12-04' });
    await refused(() => schedule(mine, first, { repeat, zones: BERLIN }), 'wrong_rule');
    await refused(() => add({ due: '2026-12-04', repeat }), 'wrong_rule');
  });

  it('find what somebody has in a span of time, soonest first', async () => {
    await add({ due: '2026-12-04' }, 'friday');
    await add({ due: '2026-11-29' }, 'yesterday');
    await add({ due: '2026-11-30T18:00' }, 'tonight');
    await add({}, 'some day');
    await add({ due: '2026-11-30' }, 'done already');
    await acts.complete(mine, { numbers: [5] });
    await acts.add({ actorId: ann, listId: channelList(CHANNEL) }, [
      { text: "the channel's", when: { due: '2026-11-30', zones: BERLIN } },
    ]);
    const due = async (after: number | undefined, until: number | undefined, limit = 9) =>
      (await acts.due({ personId: ann, after, until, limit })).map(({ text }) => text);
    expect(await due(undefined, undefined)).toEqual(['yesterday', 'tonight', 'friday']);
    expect(await due(undefined, undefined, 2)).toEqual(['yesterday', 'tonight']);
    expect(await due(local('2026-11-30T00:00'), local('2026-11-30T18:00'))).toEqual(['tonight']);
  });

  it('reckon moments anew once a clock hangs in another zone, and undo goes past it', async () => {
    await add({ due: '2026-12-04T17:00' });
    await acts.remind(mine, first, { at: '2026-12-04T09:00', zones: BERLIN });
    await acts.add(mine, [{ text: 'done', when: { due: '2026-12-04', zones: BERLIN } }]);
    await acts.complete(mine, { numbers: [2] });
    await acts.edit(mine, first, { text: 'Water' });
    const told: unknown[] = [];
    const rezone = makeRezone(
      { store: store.todos, now: () => clock, newId: store.newId },
      (change) => void told.push(change.lists),
    );
    await rezone(ann, 'Asia/Tokyo');
    await rezone(ann, 'Asia/Tokyo');
    const moved = { due: '2026-12-04T17:00', dueAt: local('2026-12-04T09:00'), dueZone: 'Asia/Tokyo' };
    expect(await rows()).toMatchObject([
      { ...moved, reminders: expect.arrayContaining([expect.objectContaining({ at: '2026-12-04T09:00' })]) },
      { due: '2026-12-04', dueZone: 'Europe/Berlin' },
    ]);
    expect(told).toEqual([[mine.listId]]);
    const wakeUps = await database.query(
      `select at from wake_up where about = '${(await rows())[0]?.id}' order by at`,
    );
    expect(wakeUps.map(({ at }) => Number(at))).toContain(local('2026-12-04T01:00'));
    expect((await acts.undo(mine)).todos).toMatchObject([{ text: 'Water plants', ...moved }]);
  });

  it('moves a reminder at a moment of a to-do that is not due, too', async () => {
    await acts.add(mine, [{ text: 'Call Bob' }]);
    await acts.remind(mine, first, { at: '2026-12-04T09:00', zones: BERLIN });
    expect(await store.todos.peopleWithDue('', 1_000)).toContain(ann);
    const rezone = makeRezone({ store: store.todos, now: () => clock, newId: store.newId });
    await rezone(ann, 'Asia/Tokyo');
    const [todo] = await acts.select(mine.listId, first);
    expect(todo).toMatchObject({ due: null, dueAt: null, dueZone: 'Asia/Tokyo' });
    expect(todo?.reminders).toMatchObject([{ at: '2026-12-04T09:00' }]);
    const wakeUps = await database.query(`select at from wake_up where about = '${todo?.id}'`);
    expect(wakeUps.map(({ at }) => Number(at))).toEqual([local('2026-12-04T01:00')]);
    expect(await store.todos.dueElsewhere(ann, 'Asia/Tokyo', 9)).toEqual([]);
    await acts.complete(mine, first);
    expect(await store.todos.peopleWithDue('', 1_000)).not.toContain(ann);
  });

  it('are reminded at once of what a clock that hangs in another zone has passed by', async () => {
    await acts.add(mine, [{ text: 'Call Bob' }]);
    await acts.remind(mine, first, { at: '2026-11-30T13:00', zones: BERLIN });
    const rezone = makeRezone({ store: store.todos, now: () => clock, newId: store.newId });
    await rezone(ann, 'Asia/Tokyo');
    await acts.edit(mine, first, { text: 'Call Bob back' });
    const [todo] = await acts.select(mine.listId, first);
    const wakeUps = await database.query(`select at from wake_up where about = '${todo?.id}'`);
    expect(wakeUps.map(({ at }) => Number(at))).toEqual([local('2026-11-30T05:00')]);
  });

  it('are reminded at once, too, by the reminder that came with the due date', async () => {
    const { todos } = await add({ due: '2026-11-30T13:00' });
    const rezone = makeRezone({ store: store.todos, now: () => clock, newId: store.newId });
    await rezone(ann, 'Asia/Tokyo');
    const wakeUps = await database.query(`select at from wake_up where about = '${todos[0]?.id}'`);
    expect(wakeUps.map(({ at }) => Number(at))).toEqual([local('2026-11-30T05:00')]);
  });

  it('find who has something due, and what was reckoned elsewhere', async () => {
    await add({ due: '2026-12-04' });
    const people = await store.todos.peopleWithDue('', 1_000);
    expect(people).toContain(ann);
    expect(people).toEqual([...new Set(people)].sort());
    expect(await store.todos.peopleWithDue(ann, 1)).not.toContain(ann);
    expect(await store.todos.dueElsewhere(ann, 'Asia/Tokyo', 9)).toMatchObject([{ due: '2026-12-04' }]);
    expect(await store.todos.dueElsewhere(ann, 'Europe/Berlin', 9)).toEqual([]);
  });
});
