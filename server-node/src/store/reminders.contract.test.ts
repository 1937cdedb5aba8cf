import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { UserId } from '../shared/ids.ts';
import { channelList, personList, type ListId } from '../todos/list.ts';
import { oneZone } from '../todos/when.ts';
import type { WallClock } from '../dates/moment-of.ts';
import { EMPTIED_DATABASES } from './testing/emptied-stores.ts';
import type { Opened, TestDatabase } from './testing/fresh-stores.ts';
import { CHANNEL } from './testing/people.ts';

const BERLIN = oneZone('Europe/Berlin');
const first = { numbers: [1] };
const local = (wallClock: string) => new Date(`${wallClock}+01:00`).getTime();

describe.each(EMPTIED_DATABASES)('reminders on %s', (_name, create) => {
  let database: TestDatabase;
  let store: Opened;
  let clock = 0;
  let people = 0;
  let ann: UserId;
  let mine: { actorId: UserId; listId: ListId };

  beforeAll(async () => {
    database = await create(process.env);
    store = await database.open(() => clock);
  });
  afterAll(() => database.remove());
  beforeEach(async () => {
    clock = local('2026-11-30T12:00');
    people += 1;
    ann = `ann${people}` as UserId;
    mine = { actorId: ann, listId: personList(ann) };
    await database.query('delete from wake_up returning key');
  });

  const add = (due: WallClock | null) =>
    store.acts.add(mine, [{ text: 'Water plants', when: { due, zones: BERLIN } }]);
  const due = (date: WallClock | null) =>
    store.acts.edit(mine, first, { when: { due: date, zones: BERLIN } });
  const set = (document: object) =>
    store.todos.transaction(async (writer) => {
      const { version } = await writer.people.lock(ann);
      await writer.people.save({ personId: ann, document, version: version + 1 });
    });
  const waiting = async () =>
    (await database.query(`select at, person_id from wake_up order by at`)).map((row) => Number(row['at']));

  it('wait by default for the moment itself, and for nine o’clock of a day', async () => {
    await add('2026-12-04T17:00');
    expect(await waiting()).toEqual([local('2026-12-04T17:00')]);
    await due('2026-12-05');
    expect(await waiting()).toEqual([local('2026-12-05T09:00')]);
    await due(null);
    expect(await waiting()).toEqual([]);
    await store.acts.undo(mine);
    expect(await waiting()).toEqual([local('2026-12-05T09:00')]);
  });

  it('wait as far before as the person set it, or not at all', async () => {
    await set({ remindBefore: 30, remindAt: 'off' });
    await add('2026-12-04T17:00');
    expect(await waiting()).toEqual([local('2026-12-04T16:30')]);
    await due('2026-12-04');
    expect(await waiting()).toEqual([]);
  });

  it('come at the moment itself where the time before it is over, and not for what is over', async () => {
    await set({ remindBefore: 30 });
    await add('2026-11-30T12:20');
    expect(await waiting()).toEqual([local('2026-11-30T12:20')]);
    await due('2026-11-30T11:00');
    expect(await waiting()).toEqual([]);
    await due('2026-11-30');
    expect(await waiting()).toEqual([]);
  });

  it('are gone with what is ticked or deleted, and back with what is opened again in time', async () => {
    await add('2026-12-04T17:00');
    await store.acts.complete(mine, first);
    expect(await waiting()).toEqual([]);
    await store.acts.reopen(mine, first);
    expect(await waiting()).toEqual([local('2026-12-04T17:00')]);
    await store.acts.remove(mine, first);
    expect(await waiting()).toEqual([]);
    clock = local('2026-12-05T12:00');
    await store.acts.undo(mine);
    expect(await waiting()).toEqual([]);
  });

  it('that somebody does not want stay away when the date is another one', async () => {
    await add('2026-12-04T17:00');
    await store.acts.remind(mine, first, null);
    expect(await waiting()).toEqual([]);
    await due('2026-12-05T17:00');
    expect(await waiting()).toEqual([]);
  });

  it('that somebody asks for before it is due take the place of the default, those at a moment come besides', async () => {
    await add('2026-12-04T17:00');
    await store.acts.remind(mine, first, { at: '2026-12-01T09:00', zones: BERLIN });
    await store.acts.remind(mine, first, { minutesBefore: 60 });
    expect(await waiting()).toEqual([local('2026-12-01T09:00'), local('2026-12-04T16:00')]);
  });

  it('stay when they are late and the to-do is changed otherwise', async () => {
    await add('2026-12-04T17:00');
    clock = local('2026-12-04T18:00');
    await store.acts.edit(mine, first, { text: 'Water all plants' });
    expect(await waiting()).toEqual([local('2026-12-04T17:00')]);
  });

  it('stand in the zone of the person without a due date, too', async () => {
    await add(null);
    await store.acts.remind(mine, first, { at: '2026-12-01T09:00', zones: BERLIN });
    expect(await waiting()).toEqual([local('2026-12-01T09:00')]);
    await due('2026-12-04T17:00');
    await due(null);
    expect((await store.acts.select(mine.listId, first))[0]?.dueZone).toBe('Europe/Berlin');
  });

  it('go on to the next of a to-do that repeats, in the transaction of the tick', async () => {
    await store.acts.add(mine, [
      { text: 'x', when: { due: '2026-12-04T17:00', repeat: 'FREQ=WEEKLY', zones: BERLIN } },
    ]);
    await store.acts.complete(mine, first);
    expect(await waiting()).toEqual([local('2026-12-11T17:00')]);
    await store.acts.undo(mine);
    expect(await waiting()).toEqual([local('2026-12-04T17:00')]);
  });

  it('come once for what is put off to a minute', async () => {
    await add('2026-12-04T17:00');
    await store.acts.snooze(mine, first, { due: '2026-12-04T18:00', zones: BERLIN });
    expect(await waiting()).toEqual([local('2026-12-04T18:00')]);
  });

  it('of a channel’s to-do are for whoever asked, while nobody has it', async () => {
    const team = { actorId: ann, listId: channelList(CHANNEL) };
    const { todos } = await store.acts.add(team, [{ text: 'x' }]);
    const ids = todos.map(({ id }) => id);
    const bob = { ...team, actorId: 'bob' as UserId };
    await store.acts.edit(bob, { ids }, { when: { due: '2026-12-04T17:00', zones: BERLIN } });
    await store.acts.remind(team, { ids }, { minutesBefore: 60 });
    expect(await database.query(`select person_id as who, about from wake_up order by at`)).toEqual([
      { who: ann, about: ids[0] },
    ]);
  });
});
