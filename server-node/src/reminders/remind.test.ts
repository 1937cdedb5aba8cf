import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { makeLanguages } from '../program/texts/languages.ts';
import type { Choices } from '../replies/choices.ts';
import { HOUR_MS, MINUTE_MS } from '../shared/time.ts';
import { createSqlite, type Opened, type TestDatabase } from '../store/testing/fresh-stores.ts';
import { channelId, makePeople, postId, userId, type People } from '../testing/people.ts';
import { channelList, personList, SHARED_LIST } from '../todos/list.ts';
import { oneZone } from '../todos/when.ts';
import type { Prepared } from '../wake-ups/handler.ts';
import { makeRemind } from './remind.ts';

const NOON = Date.parse('2026-12-01T12:00Z');
const UTC = oneZone('UTC');

describe('what people are reminded of', () => {
  let database: TestDatabase;
  let store: Opened;
  let people: People;
  let clock: number;

  beforeEach(async () => {
    clock = NOON;
    database = await createSqlite();
    store = await database.open(() => clock);
    people = makePeople();
    people.add('ann', { channels: ['town'] });
    people.add('bob', { locale: 'ja', channels: ['town'] });
  });
  afterEach(() => database.remove());

  const remind = () =>
    makeRemind({
      reader: store.todos,
      people: store.people,
      accountOf: people.accountOf,
      languages: makeLanguages({
        language: 'mattermost',
        accountOf: people.accountOf,
        siteLocale: async () => 'en',
      }),
      recipients: people.recipients,
      now: () => clock,
    });
  const mine = (name: string) => ({ actorId: userId(name), listId: personList(userId(name)) });
  const town = (name: string) => ({ actorId: userId(name), listId: channelList(channelId('town')) });
  const add = (request: ReturnType<typeof mine>, text: string, due: string, source?: object) =>
    store.acts.add(request, [{ text, when: { due, zones: UTC }, ...(source as object) }]);
  /** What is due, said. */
  async function fire(meanwhile: () => Promise<unknown> = async () => undefined) {
    const taken = await store.wakeUps.take(clock, 100, 'me');
    const prepared: Prepared = await remind().prepare(taken);
    await meanwhile();
    const due = taken.filter(({ key }) => !prepared.later.has(key));
    const said = await store.todos.transaction((writer) => prepared.handOver(writer, due));
    return { said, later: [...prepared.later.values()], due };
  }
  const labelsOf = (choices: Choices | undefined) =>
    choices?.offered.map((choice) =>
      'options' in choice ? [choice.label, ...choice.options.map(({ label }) => label)] : choice.label,
    );

  it('is said in the direct channel, with what it is about, where it is from, and what can be done', async () => {
    const source = { source: { postId: postId('hello'), channelId: channelId('town') } };
    await add(mine('ann'), 'Call *Bob* @all', '2026-12-01T13:00', source);
    clock += HOUR_MS;
    const { said } = await fire();
    expect(said).toEqual([
      {
        target: { kind: 'direct', userId: userId('ann') },
        text: `**Reminder**: **1** Call *Bob* @all · due today 1:00 PM · [message](https://chat.example.com/_redirect/pl/${postId('hello')})`,
        choices: expect.objectContaining({ onlyFor: userId('ann') }),
      },
    ]);
    expect(labelsOf(said[0]?.choices)).toEqual([
      'Done',
      ['Snooze…', '15 minutes', '1 hour', 'This evening', 'Tomorrow', 'Next week', 'Another time…'],
    ]);
  });

  it('is said of all that is late at once, oldest first, with a select to tick one, in the language of each', async () => {
    await add(mine('ann'), 'second', '2026-12-01T14:00');
    await add(mine('ann'), 'first', '2026-12-01T13:00');
    await add(mine('bob'), '牛乳', '2026-12-01T13:00');
    clock += 3 * HOUR_MS;
    const { said } = await fire();
    expect(said.map(({ text }) => text).sort()).toEqual([
      '**2 reminders**:\n**2** first · was due today 1:00 PM\n**1** second · was due today 2:00 PM',
      expect.stringMatching(/^\*\*リマインダー\*\*：\*\*1\*\* 牛乳 · 期限切れ: .*13:00$/),
    ]);
    const anns = said.find(({ target }) => 'userId' in target && target.userId === userId('ann'));
    expect(labelsOf(anns?.choices)).toEqual([['Done…', '2 first', '1 second']]);
  });

  it('is nothing that was ticked between being looked at and being said', async () => {
    await add(mine('ann'), 'x', '2026-12-01T13:00');
    clock += HOUR_MS;
    const { said } = await fire(() => store.acts.complete(mine('ann'), { numbers: [1] }));
    expect(said).toEqual([]);
  });

  it('is nothing that a version before ticked, which knows of no wake-ups', async () => {
    await add(mine('ann'), 'x', '2026-12-01T13:00');
    await database.query("update todo set state = 'done' returning id");
    clock += HOUR_MS;
    expect((await fire()).said).toEqual([]);
  });

  it('is nothing that a version before put off, which knows of no wake-ups', async () => {
    await add(mine('ann'), 'moved', '2026-12-01T12:30');
    const later = `'2026-12-01T18:00', due_at = ${NOON + 6 * HOUR_MS}`;
    await database.query(`update todo set due = ${later} where text = 'moved' returning id`);
    clock += HOUR_MS;
    expect((await fire()).said).toEqual([]);
  });

  it('is nothing of a channel that they left, nor for somebody who is gone', async () => {
    await add(town('ann'), 'of the town', '2026-12-01T13:00');
    await add(mine('bob'), 'x', '2026-12-01T13:00');
    people.leave('ann', 'town');
    people.signOut('bob');
    clock += HOUR_MS;
    expect((await fire()).said).toEqual([]);
  });

  it('leads to the channel of its list', async () => {
    await add(town('ann'), 'of the town', '2026-12-01T13:00');
    clock += HOUR_MS;
    expect((await fire()).said).toMatchObject([
      {
        target: { userId: userId('ann') },
        text: expect.stringContaining('[town](https://chat.example.com/team/channels/town)'),
      },
    ]);
  });

  it('leads to the message it was made from only those who may read that', async () => {
    people.add('ann', { channels: ['town', 'secret'] });
    const source = { source: { postId: postId('hello'), channelId: channelId('secret') } };
    await add(mine('ann'), 'x', '2026-12-01T13:00', source);
    await store.acts.assign(mine('ann'), { numbers: [1] }, userId('bob'), UTC);
    await store.acts.accept(mine('bob'), { numbers: [1] }, 'UTC');
    clock += HOUR_MS;
    expect((await fire()).said[0]?.text).toMatch(/x · [^·]*$/);
    await store.wakeUps.giveBack('me');
    people.add('bob', { channels: ['secret'] });
    expect((await fire()).said[0]?.text).toMatch(/x · [^·]* · \[message\]\(.*\)$/);
  });

  it('asks about a channel once for each person, however many of its to-dos are due', async () => {
    for (const text of ['a', 'b', 'c']) await add(town('ann'), text, '2026-12-01T13:00');
    clock += HOUR_MS;
    const { channelSeenBy } = people.recipients;
    const asked: unknown[] = [];
    people.recipients.channelSeenBy = async (...about) => (asked.push(about), channelSeenBy(...about));
    await fire();
    expect(asked).toEqual([[userId('ann'), channelId('town')]]);
  });

  it('does not tell the text where nobody can say who may read it', async () => {
    await add(town('ann'), 'secret plan', '2026-12-01T13:00');
    clock += HOUR_MS;
    people.recipients.channelSeenBy = async () => ({ mayRead: 'unknown', name: '', path: undefined });
    const [one] = (await fire()).said;
    expect(one?.text).toMatch(/^\*\*Reminder\*\*: \*\*1\*\* _in a channel/);
    expect(JSON.stringify(one)).not.toContain('secret');
  });

  it('does not tell it in the select below several, either', async () => {
    await add(town('ann'), 'secret plan', '2026-12-01T12:30');
    await add(mine('ann'), 'milk', '2026-12-01T13:00');
    clock += HOUR_MS;
    people.recipients.channelSeenBy = async () => ({ mayRead: 'unknown', name: '', path: undefined });
    const [both] = (await fire()).said;
    expect(labelsOf(both?.choices)).toEqual([[expect.any(String), '1', '1 milk']]);
    expect(JSON.stringify(both)).not.toContain('secret');
  });

  it('of the list that a team shares is not for guests', async () => {
    people.add('guest', { isGuest: true });
    const shared = { actorId: userId('guest'), listId: SHARED_LIST };
    await add(shared as never, 'x', '2026-12-01T13:00');
    clock += HOUR_MS;
    expect((await fire()).said).toEqual([]);
  });

  it('waits while they do not want to be disturbed, and is looked at again', async () => {
    await add(mine('ann'), 'x', '2026-12-01T13:00');
    clock += HOUR_MS;
    people.leaveAlone('ann', clock + MINUTE_MS);
    expect(await fire()).toMatchObject({ said: [], later: [clock + MINUTE_MS] });
    await store.wakeUps.giveBack('me');
    people.leaveAlone('ann', null);
    expect(await fire()).toMatchObject({ said: [], later: [clock + 5 * MINUTE_MS] });
    await store.wakeUps.giveBack('me');
    people.leaveAlone('ann', undefined);
    expect((await fire()).said).toHaveLength(1);
  });

  it('waits for the end of quiet hours', async () => {
    const quiet = { from: '12:30', to: '14:15' };
    await store.todos.transaction(async (writer) => {
      await writer.people.lock(userId('ann'));
      await writer.people.save({ personId: userId('ann'), document: { quiet, zone: 'UTC' }, version: 1 });
    });
    await add(mine('ann'), 'x', '2026-12-01T13:00');
    clock += HOUR_MS;
    expect(await fire()).toMatchObject({ said: [], later: [Date.parse('2026-12-01T14:15Z')] });
  });

  it('is not said while Mattermost is away', async () => {
    await add(mine('ann'), 'x', '2026-12-01T13:00');
    clock += HOUR_MS;
    people.goAway();
    await expect(fire()).rejects.toMatchObject({ code: 'mattermost_unavailable' });
  });
});
