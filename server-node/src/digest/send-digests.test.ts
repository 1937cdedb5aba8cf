import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { textsIn } from '../program/texts/texts-in.ts';
import { makeLanguages } from '../program/texts/languages.ts';
import { HOUR_MS } from '../shared/time.ts';
import { createSqlite, type Opened, type TestDatabase } from '../store/testing/fresh-stores.ts';
import { channelId, makePeople, userId, type People } from '../testing/people.ts';
import { channelList, personList } from '../todos/list.ts';
import { oneZone } from '../todos/when.ts';
import { digestMessage } from './digest-message.ts';
import { nextDigest } from './next-digest.ts';
import { makeSendDigests } from './send-digests.ts';

/** A Tuesday. */
const MORNING = Date.parse('2026-12-01T08:30Z');
const UTC = oneZone('UTC');
const ANN = userId('ann');
const MINE = { actorId: ANN, listId: personList(ANN) };

describe('a digest', () => {
  let database: TestDatabase;
  let store: Opened;
  let people: People;
  let clock: number;

  beforeEach(async () => {
    clock = MORNING - 10 * HOUR_MS;
    database = await createSqlite();
    store = await database.open(() => clock);
    people = makePeople();
    people.add('ann', { timeZone: 'UTC' });
  });
  afterEach(() => database.remove());

  const set = (digest: object) =>
    store.todos.transaction(async (writer) => {
      const { version } = await writer.people.lock(ANN);
      const kept = { on: true, at: '08:30', days: ['MO', 'TU', 'FR'], ...digest } as never;
      await writer.people.save({
        personId: ANN,
        document: { digest: kept, remindAt: 'off', remindBefore: 'off' },
        version: version + 1,
      });
      await writer.wakeUps.schedule([nextDigest(ANN, kept, { zone: 'UTC', now: clock })]);
    });
  const add = (text: string, due: string | null, request = MINE) =>
    store.acts.add(request, [{ text, ...(due === null ? {} : { when: { due, zones: UTC } }) }]);
  /** Of the next one; null: none comes. */
  async function nextAt(): Promise<number | null> {
    const [next] = await database.query("select at from wake_up where kind = 'digest'");
    return next === undefined ? null : Number(next['at']);
  }
  async function fire() {
    clock = MORNING;
    const languages = makeLanguages({
      language: 'en',
      accountOf: people.accountOf,
      siteLocale: async () => 'en',
    });
    const { accountOf, recipients } = people;
    const handler = makeSendDigests({
      ...{ reader: store.todos, people: store.people, accountOf, recipients, languages, now: () => clock },
      newId: store.newId,
    });
    const taken = await store.wakeUps.take(clock, 10, 'me');
    const prepared = await handler.prepare(taken);
    return store.todos.transaction(async (writer) => {
      await writer.wakeUps.finish(
        taken.map(({ key }) => key),
        'me',
      );
      return prepared.handOver(writer, taken);
    });
  }

  it('tells what is overdue, then today, then how much else is open, and comes again on the next of its days', async () => {
    await set({});
    await add('late', '2026-11-29');
    await add('now', '2026-12-01T17:00');
    await add('later', '2026-12-24');
    await add('some day', null);
    const [one, ...others] = await fire();
    expect(others).toEqual([]);
    expect(one?.text).toBe(
      '**Your to-dos**\n\n**Overdue**\n**1** late · due Sun, Nov 29\n\n' +
        '**Today**\n**2** now · due today 5:00 PM\n\n2 more are open in your list.\n\n_Overview: Monday, Tuesday, Friday, 8:30 AM_',
    );
    expect(one?.choices?.offered.map(({ label }) => label)).toEqual([
      'Done…',
      'Weekdays',
      'Mondays',
      'Turn off',
    ]);
    expect(await nextAt()).toBe(Date.parse('2026-12-04T08:30Z'));
  });

  it('is not sent when there is nothing to say, and comes again', async () => {
    await set({});
    await add('some day', null);
    expect(await fire()).toEqual([]);
    expect(await nextAt()).toBe(Date.parse('2026-12-04T08:30Z'));
  });

  it.each([
    ['is in', ['town'], ['secret']],
    ['has left', [], []],
  ])('tells of a channel that its person %s: %j', async (_what, channels, told) => {
    await set({});
    people.add('ann', { timeZone: 'UTC', channels });
    await add('secret', '2026-12-01', { actorId: ANN, listId: channelList(channelId('town')) });
    await database.query(`update todo set assignee_id = '${ANN}'`);
    const messages = (await fire()).map(({ text }) => (text.includes('secret') ? 'secret' : text));
    expect(messages).toEqual(told);
  });

  it('does not tell the text where nobody can say who may read it, nor in its select', async () => {
    const { todos } = await add('secret', '2026-12-01', {
      actorId: ANN,
      listId: channelList(channelId('town')),
    });
    const digest = { on: true, at: '08:30', days: ['MO' as const] };
    const said = digestMessage(
      { todos, openCount: 0, digest },
      {
        ...{ texts: textsIn('en'), personId: ANN, zone: 'UTC', now: MORNING, siteUrl: undefined },
        channelOf: () => ({ mayRead: 'unknown', name: '', path: undefined }),
        showsSource: () => true,
      },
    );
    expect(said.text).toContain('**1** _in a channel');
    expect(JSON.stringify(said)).not.toContain('secret');
  });

  it('that was turned off meanwhile is not sent, and does not come again', async () => {
    await set({});
    await add('now', '2026-12-01');
    const key = nextDigest(ANN, { at: '08:30', days: ['TU'] }, { zone: 'UTC', now: clock });
    await set({ on: false });
    await store.todos.transaction((writer) => writer.wakeUps.schedule([key]));
    expect(await fire()).toEqual([]);
    expect(await nextAt()).toBeNull();
  });

  it('goes by the clock of where somebody is now', async () => {
    await set({});
    await add('now', '2026-12-01');
    people.add('ann', { timeZone: 'Asia/Tokyo' });
    expect(await fire()).toEqual([]);
    expect(await nextAt()).toBe(Date.parse('2026-12-03T23:30Z'));
  });
});
