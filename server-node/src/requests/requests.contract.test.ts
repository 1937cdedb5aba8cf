import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { makeLanguages } from '../program/texts/languages.ts';
import type { Choices } from '../replies/choices.ts';
import type { ReplyDraft } from '../replies/reply.ts';
import { DAY_MS, MINUTE_MS, SECOND_MS } from '../shared/time.ts';
import { EMPTIED_DATABASES } from '../store/testing/emptied-stores.ts';
import type { Opened, TestDatabase } from '../store/testing/fresh-stores.ts';
import { makePeople, userId, type People } from '../testing/people.ts';
import { personList } from '../todos/list.ts';
import type { TodoId } from '../todos/todo.ts';
import { oneZone } from '../todos/when.ts';
import type { WakeUpHandler } from '../wake-ups/handler.ts';
import { GATHER_OUTCOMES_MS, GATHER_REQUESTS_MS, requestKey } from './request-wake-ups.ts';
import { makeTellOutcomes } from './tell-outcomes.ts';
import { makeTellRequests } from './tell-requests.ts';

const NOON = Date.parse('2026-12-01T12:00Z');
/** From an answer until it is told, whenever it comes. */
const OUTCOME_TOLD_MS = 2 * GATHER_OUTCOMES_MS;

describe.each(EMPTIED_DATABASES)('what is told of requests, on %s', (_name, create) => {
  let database: TestDatabase;
  let store: Opened;
  let people: People;
  let clock = NOON;
  let count = 0;
  let [ann, bob, carol] = ['', '', ''];

  beforeAll(async () => {
    database = await create(process.env);
    store = await database.open(() => clock);
  });
  afterAll(() => database.remove());
  beforeEach(async () => {
    clock = NOON;
    count += 1;
    [ann, bob, carol] = [`ann${count}`, `bob${count}`, `carol${count}`];
    people = makePeople();
    people.add(ann);
    people.add(bob);
    people.add(carol, { locale: 'ja' });
    await database.query('delete from wake_up returning key');
  });

  const own = (name: string) => ({ actorId: userId(name), listId: personList(userId(name)) });
  const send = async (from: string, to: string, text: string): Promise<TodoId> => {
    const { todos } = await store.acts.send(own(from), [{ text }], [userId(to)]);
    return (todos[0] as { id: TodoId }).id;
  };
  const accept = (name: string, id: TodoId) => store.acts.accept(own(name), { ids: [id] }, 'UTC');
  const decline = (name: string, id: TodoId, why = '') => store.acts.decline(own(name), { ids: [id] }, why);
  const pass = (ms: number) => void (clock += ms);

  function handlers(): Record<string, WakeUpHandler> {
    const { accountOf, recipients } = people;
    const languages = makeLanguages({ language: 'mattermost', accountOf, siteLocale: async () => 'en' });
    const deps = {
      people: store.people,
      accountOf,
      recipients,
      languages,
      now: () => clock,
      reader: store.todos,
      newId: store.newId,
    };
    return { request: makeTellRequests(deps), outcome: makeTellOutcomes(deps) };
  }

  /** Hands over what is due, as the job does. */
  async function fire(meanwhile: () => Promise<unknown> = async () => undefined): Promise<ReplyDraft[]> {
    const taken = await store.wakeUps.take(clock, 100, 'me');
    const said: ReplyDraft[] = [];
    for (const [kind, handler] of Object.entries(handlers())) {
      const prepared = await handler.prepare(taken.filter((one) => one.kind === kind));
      await meanwhile();
      const due = taken.filter((one) => one.kind === kind && !prepared.later.has(one.key));
      const drafts = await store.todos.transaction(async (writer) => {
        await writer.wakeUps.finish(
          due.map(({ key }) => key),
          'me',
        );
        return prepared.handOver(writer, due);
      });
      said.push(...drafts);
    }
    return said;
  }
  const to = (name: string) => ({ target: { kind: 'direct', userId: userId(name) } });
  const labelsOf = (choices: Choices | undefined) =>
    choices?.offered.map((choice) =>
      'options' in choice ? [choice.label, ...choice.options.map(({ label }) => label)] : choice.label,
    );
  /** When something is told next; the messages themselves are looked at in between. */
  const nextAt = async () => {
    const due = await database.query("select min(due_at) as at from wake_up where kind <> 'living_post'");
    return due[0]?.['at'] == null ? null : Number(due[0]['at']);
  };

  it('is said to whoever was asked, with whom it is from, and how to answer', async () => {
    await store.acts.send(
      own(ann),
      [{ text: 'Review the *plan* @all', when: { due: '2026-12-02', zones: oneZone('UTC') } }],
      [userId(bob)],
    );
    expect(await nextAt()).toBe(NOON + GATHER_REQUESTS_MS);
    expect(await fire()).toEqual([]);
    pass(GATHER_REQUESTS_MS);
    const [said, ...more] = await fire();
    expect(more).toEqual([]);
    expect(said).toMatchObject({
      ...to(bob),
      text: expect.stringMatching(
        new RegExp(
          `^\\*\\*A request\\*\\*: \\*\\*1\\*\\* Review the \\*plan\\* @all · from @${ann} · tomorrow\n\`accept 1\``,
        ),
      ),
      choices: { onlyFor: userId(bob) },
    });
    expect(labelsOf(said?.choices)).toEqual(['Accept', 'Decline…', 'Done']);
    pass(MINUTE_MS);
    expect(await fire()).toEqual([]);
  });

  it('gathers what comes within seconds, in the language of each', async () => {
    await send(ann, bob, 'one');
    await send(ann, carol, '一つ');
    pass(2 * SECOND_MS);
    await send(carol, bob, 'two');
    pass(SECOND_MS);
    const said = await fire();
    expect(said.map(({ text }) => text.split('\n').slice(0, -1)).sort()).toEqual([
      ['**2 requests**:', `**1** one · from @${ann}`, `**2** two · from @${carol}`],
      [`**依頼**：**1** 一つ · @${ann} から`],
    ]);
    expect(labelsOf(said.find(({ text }) => text.startsWith('**2'))?.choices)).toEqual([
      ['Answer…', '1 one', '2 two'],
    ]);
    pass(MINUTE_MS);
    expect(await fire()).toEqual([]);
  });

  it('is said in one message with what becomes due while that is made', async () => {
    for (const text of ['one', 'two', 'three']) {
      await send(ann, bob, text);
      pass(SECOND_MS);
    }
    const said = await fire(async () => pass(SECOND_MS));
    expect(said.map(({ text }) => text.split('\n').slice(0, -1))).toEqual([
      [
        '**3 requests**:',
        `**1** one · from @${ann}`,
        `**2** two · from @${ann}`,
        `**3** three · from @${ann}`,
      ],
    ]);
    pass(MINUTE_MS);
    expect(await fire()).toEqual([]);
  });

  it('is not said again with an older one that waits again', async () => {
    const old = await send(ann, bob, 'old');
    await store.acts.takeBack(own(ann), { sent: [old] }, 'UTC');
    pass(MINUTE_MS);
    await send(carol, bob, 'one');
    pass(SECOND_MS);
    await store.acts.undo(own(ann));
    pass(SECOND_MS);
    await send(carol, bob, 'two');
    pass(SECOND_MS);
    expect(await fire()).toMatchObject([{ text: expect.stringContaining('**2 requests**') }]);
    pass(SECOND_MS);
    const alone = expect.stringMatching(/^\*\*A request\*\*: \*\*\d\*\* old · /);
    expect(await fire()).toMatchObject([{ text: alone }]);
  });

  it('is nothing of what was undone, taken back or answered before it was said', async () => {
    await send(ann, bob, 'undone');
    await store.acts.undo(own(ann));
    const taken = await send(ann, bob, 'taken back');
    await store.acts.takeBack(own(ann), { sent: [taken] }, 'UTC');
    await accept(bob, await send(ann, bob, 'answered'));
    const late = await send(ann, bob, 'at the last moment');
    pass(GATHER_REQUESTS_MS);
    expect(await fire(() => decline(bob, late).catch(() => undefined))).toEqual([]);
  });

  it('is said again when it is asked for again, and says that, or when it is sent on', async () => {
    const id = await send(ann, bob, 'Review');
    pass(GATHER_REQUESTS_MS);
    expect((await fire())[0]?.text).not.toContain('again');
    pass(25 * 60 * MINUTE_MS);
    await store.acts.bump(own(ann), { sent: [id] });
    await send(ann, bob, 'Call');
    pass(GATHER_REQUESTS_MS);
    const both = new RegExp(`Review · from @${ann} · asked again\n.*Call · from @${ann}\n`);
    expect(await fire()).toMatchObject([{ ...to(bob), text: expect.stringMatching(both) }]);
    await store.acts.assign(own(bob), { ids: [id] }, userId(carol), oneZone('UTC'));
    pass(GATHER_REQUESTS_MS);
    const sentOn = expect.stringMatching(new RegExp(`Review · @${ann} から\n`));
    expect(await fire()).toMatchObject([{ ...to(carol), text: sentOn }]);
    pass(DAY_MS);
    await store.acts.bump(own(ann), { sent: [id] });
    pass(GATHER_REQUESTS_MS);
    const again = expect.stringMatching(new RegExp(`Review · @${ann} から · 再度の依頼\n`));
    expect(await fire()).toMatchObject([{ ...to(carol), text: again }]);
  });

  it('is said of asking again once at most, and not of taking that back', async () => {
    const id = await send(ann, bob, 'Review');
    pass(GATHER_REQUESTS_MS);
    await fire();
    pass(DAY_MS);
    await store.acts.bump(own(ann), { sent: [id] });
    await store.acts.undo(own(ann));
    pass(GATHER_REQUESTS_MS);
    expect(await fire()).toEqual([]);
    pass(DAY_MS);
    await store.acts.bump(own(ann), { sent: [id] });
    await store.acts.edit(own(ann), { sent: [id] }, { text: 'Look at it' });
    await store.acts.undo(own(ann));
    pass(GATHER_REQUESTS_MS);
    expect(await fire()).toMatchObject([to(bob)]);
    await store.acts.undo(own(ann));
    pass(MINUTE_MS);
    expect(await fire()).toEqual([]);
    await expect(store.acts.bump(own(ann), { sent: [id] })).rejects.toMatchObject({ code: 'wrong_state' });
  });

  it('is still said for the first time when asking again was taken back meanwhile', async () => {
    const id = await send(ann, bob, 'Review');
    people.leaveAlone(bob, NOON + DAY_MS + MINUTE_MS);
    pass(GATHER_REQUESTS_MS);
    expect(await fire()).toEqual([]);
    await store.wakeUps.putOff([requestKey(id)], NOON + DAY_MS + MINUTE_MS, 'me');
    pass(DAY_MS);
    await store.acts.bump(own(ann), { sent: [id] });
    await store.acts.undo(own(ann));
    pass(MINUTE_MS);
    expect(await fire()).toMatchObject([to(bob)]);
    expect(await nextAt()).toBeNull();
  });

  it('is said once when both the request and asking again had to wait', async () => {
    const id = await send(ann, bob, 'Review');
    pass(DAY_MS);
    await store.acts.bump(own(ann), { sent: [id] });
    pass(SECOND_MS);
    expect(await fire()).toMatchObject([to(bob)]);
    expect(await nextAt()).toBeNull();
  });

  it('is nothing that somebody asked of themselves, or put back to waiting themselves', async () => {
    await send(ann, ann, 'mine');
    const id = await send(ann, bob, 'Review');
    pass(GATHER_REQUESTS_MS);
    await fire();
    await accept(bob, id);
    await store.acts.undo(own(bob));
    pass(MINUTE_MS);
    expect(await fire()).toEqual([]);
  });

  it('says once how each request ended, to whoever asked', async () => {
    const [first, second, third] = [
      await send(ann, bob, 'a'),
      await send(ann, bob, 'b'),
      await send(ann, bob, 'c'),
    ];
    pass(GATHER_REQUESTS_MS);
    await fire();
    await accept(bob, first);
    pass(SECOND_MS);
    await decline(bob, second, 'no *time*');
    pass(SECOND_MS);
    await store.acts.complete(own(bob), { ids: [third] });
    pass(OUTCOME_TOLD_MS);
    const [said, ...more] = await fire();
    expect(more).toEqual([]);
    expect(said).toMatchObject(to(ann));
    expect(said?.text.split('\n')).toEqual([
      '**News of 3 that you sent**:',
      `**·** a · @${bob}: accepted`,
      `**·** b · @${bob}: declined (no *time*)`,
      `**·** c · @${bob}: done`,
    ]);
    expect(said?.choices?.offered).toMatchObject([{ label: 'Take back…', options: [{ label: 'b' }] }]);
    pass(MINUTE_MS);
    expect(await fire()).toEqual([]);
  });

  it('says what became of it as it is then, and nothing that was undone at once', async () => {
    const [both, undone] = [await send(ann, bob, 'both'), await send(ann, bob, 'undone')];
    pass(GATHER_REQUESTS_MS);
    await fire();
    await accept(bob, both);
    await store.acts.complete(own(bob), { ids: [both] });
    await decline(bob, undone);
    await store.acts.undo(own(bob));
    pass(OUTCOME_TOLD_MS);
    expect(await fire()).toMatchObject([
      { ...to(ann), text: expect.stringContaining(`both · @${bob}: done`) },
    ]);
  });

  it('says that it was accepted after all, long after a no, and nothing of opening it again', async () => {
    const id = await send(ann, bob, 'Review');
    pass(GATHER_REQUESTS_MS);
    await decline(bob, id);
    pass(OUTCOME_TOLD_MS);
    await fire();
    await accept(bob, id);
    pass(OUTCOME_TOLD_MS);
    expect(await fire()).toMatchObject([{ text: expect.stringContaining('accepted') }]);
    await store.acts.complete(own(bob), { ids: [id] });
    pass(OUTCOME_TOLD_MS);
    await fire();
    await store.acts.reopen(own(bob), { ids: [id] });
    pass(OUTCOME_TOLD_MS);
    expect(await fire()).toEqual([]);
  });

  it('tells nobody of their own act, nor of a to-do that nobody asked for', async () => {
    const id = await send(ann, bob, 'Review');
    pass(GATHER_REQUESTS_MS);
    await fire();
    await store.acts.takeBack(own(ann), { sent: [id] }, 'UTC');
    await store.acts.complete(own(ann), { ids: [id] });
    pass(MINUTE_MS);
    expect(await fire()).toEqual([]);
    expect(await nextAt()).toBeNull();
  });

  it('waits for those who want to be left alone, and is lost on nobody but those who are gone', async () => {
    const id = await send(ann, bob, 'Review');
    people.leaveAlone(bob, NOON + MINUTE_MS);
    pass(GATHER_REQUESTS_MS);
    expect(await fire()).toEqual([]);
    await accept(bob, id);
    people.signOut(ann);
    pass(OUTCOME_TOLD_MS);
    expect(await fire()).toEqual([]);
  });
});
