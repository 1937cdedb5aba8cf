import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { dayAt, plusDays, wallClockAt, wallClockFrom } from '../../dates/moment-of.ts';
import { reminderMessage } from '../../reminders/reminder-message.ts';
import { textsIn } from '../../program/texts/texts-in.ts';
import { MINUTE_MS } from '../../shared/time.ts';
import { openBackend, type Backend } from '../../testing/open-backend.ts';
import { choose, fillIn, press, postWith, shownIn } from '../../testing/press-below.ts';
import { userId } from '../../testing/people.ts';
import { personList } from '../../todos/list.ts';
import type { Todo } from '../../todos/todo.ts';
import { oneZone } from '../../todos/when.ts';

const ZONE = 'Asia/Tokyo';
const ANNS = { actorId: userId('ann'), listId: personList(userId('ann')) };

describe('a reminder', () => {
  let backend: Backend;
  let milk: Todo;
  let count = 0;

  beforeAll(async () => {
    backend = await openBackend();
    backend.people.add('ann', { timeZone: ZONE });
    backend.people.add('eve');
  });
  afterAll(() => backend.close());
  beforeEach(async () => {
    const when = { due: wallClockAt(Date.now(), ZONE), zones: oneZone(ZONE) };
    milk = (await backend.acts.add(ANNS, [{ text: 'Buy milk', when }])).todos[0] as Todo;
  });

  const now = ({ id }: Todo) => backend.acts.find(id);
  async function posted(...todos: Todo[]) {
    const shown = { personId: userId('ann'), zone: ZONE, now: Date.now(), siteUrl: undefined };
    const { choices } = reminderMessage(todos, {
      ...shown,
      texts: textsIn('en'),
      channelOf: () => undefined,
      showsSource: () => true,
    });
    const name = `reminder${(count += 1)}`;
    return { name, signed: await postWith(backend, name, choices) };
  }

  const labelsOf = (answer: Parameters<typeof shownIn>[0]) => shownIn(answer).map(({ label }) => label);

  it('is put off by one press, on the clock of whoever pressed, and undo puts it back', async () => {
    const { name, signed } = await posted(milk);
    const from = wallClockFrom(Date.now() + 15 * MINUTE_MS, ZONE);
    const answer = await press(backend, 'ann', name, signed[1], choose(0));
    const until = wallClockFrom(Date.now() + 15 * MINUTE_MS, ZONE);
    const { due, reminders } = await now(milk);
    expect([from, until]).toContain(due);
    expect(reminders).toContainEqual(expect.objectContaining({ at: due }));
    expect(answer.body.update?.message).toMatch(/^Snoozed until .*: \*\*\d+\*\* Buy milk$/);
    const undone = await press(backend, 'ann', name, shownIn(answer)[0]?.signed);
    expect(await now(milk)).toMatchObject({ due: milk.due });
    expect(labelsOf(undone)).toEqual(['Done', 'Snooze…']);
    await press(backend, 'ann', name, shownIn(undone)[1]?.signed, choose(3));
    expect(await now(milk)).toMatchObject({
      due: expect.stringContaining(plusDays(dayAt(Date.now(), ZONE), 1)),
    });
  });

  it.each([
    ['snoozed', 1, ({ due }: Todo) => due !== milk.due],
    ['ticked', 0, ({ state }: Todo) => state === 'done'],
  ])('is %s again each time that this was undone', async (_how, button, isSo) => {
    const { name, signed } = await posted(milk);
    let next = signed[button];
    for (let times = 0; times < 4; times += 1) {
      const answer = await press(backend, 'ann', name, next, button === 1 ? choose(4) : {});
      expect([isSo(await now(milk)), labelsOf(answer)]).toEqual([true, ['Undo']]);
      const undone = await press(backend, 'ann', name, shownIn(answer)[0]?.signed);
      expect(isSo(await now(milk))).toBe(false);
      next = shownIn(undone)[button]?.signed;
    }
  });

  it('that was ticked by mistake can be snoozed after undo, too', async () => {
    const { name, signed } = await posted(milk);
    const answer = await press(backend, 'ann', name, signed[0]);
    expect(labelsOf(answer)).toEqual(['Undo']);
    const undone = await press(backend, 'ann', name, shownIn(answer)[0]?.signed);
    expect(labelsOf(undone)).toEqual(['Done', 'Snooze…']);
    await press(backend, 'ann', name, shownIn(undone)[0]?.signed);
    expect(await now(milk)).toMatchObject({ state: 'done' });
  });

  it('is ticked by one press, whatever else changed', async () => {
    const { name, signed } = await posted(milk);
    await backend.acts.edit(ANNS, { ids: [milk.id] }, { text: 'Buy oat milk' });
    const answer = await press(backend, 'ann', name, signed[0]);
    expect(answer.body.update?.message).toContain('Done: ');
    expect(await now(milk)).toMatchObject({ state: 'done', text: 'Buy oat milk' });
  });

  it('is not for others to press', async () => {
    const { name, signed } = await posted(milk);
    const answer = await press(backend, 'eve', name, signed[1], choose(0));
    expect(answer.body.ephemeral_text).toMatch(/for somebody else/);
    expect(await now(milk)).toEqual(milk);
  });

  it('of one that was done meanwhile is not put off', async () => {
    const { name, signed } = await posted(milk);
    await backend.acts.complete(ANNS, { ids: [milk.id] });
    const answer = await press(backend, 'ann', name, signed[1], choose(1));
    expect(answer.body.ephemeral_text).toMatch(/\(is done\)/);
    expect(await now(milk)).toMatchObject({ state: 'done', due: milk.due });
  });

  it('of several ticks the one that is chosen, and shows the others as they are', async () => {
    const [tea] = (await backend.acts.add(ANNS, [{ text: 'Buy tea' }])).todos as [Todo];
    const { name, signed } = await posted(milk, tea);
    const answer = await press(backend, 'ann', name, signed[0], choose(1));
    expect(answer.body.update?.message).toMatch(
      new RegExp(`\\*\\*${milk.number}\\*\\* Buy milk · .*\\n~~\\*\\*${tea.number}\\*\\* Buy tea~~$`),
    );
    expect(await now(tea)).toMatchObject({ state: 'done' });
    const rest = await press(backend, 'ann', name, shownIn(answer)[0]?.signed, choose(0));
    expect(await now(milk)).toMatchObject({ state: 'done' });
    expect(shownIn(rest)).toEqual([]);
  });

  it('of several shows nothing of one that was sent to somebody meanwhile', async () => {
    const [tea] = (await backend.acts.add(ANNS, [{ text: 'Buy tea' }])).todos as [Todo];
    const { name, signed } = await posted(milk, tea);
    await backend.acts.assign(ANNS, { ids: [milk.id] }, userId('eve'), oneZone(ZONE));
    const answer = await press(backend, 'ann', name, signed[0], choose(1));
    expect(answer.body.update?.message).toBe(`**Reminder**: ~~**${tea.number}** Buy tea~~`);
    expect(shownIn(answer)).toEqual([]);
  });

  it('asks in a form for another time, and takes days of a picker as well as words', async () => {
    const { name, signed } = await posted(milk);
    await press(backend, 'ann', name, signed[1], choose(5));
    const { form, state } = backend.forms.at(-1) ?? { form: { fields: [] }, state: '' };
    expect(form.fields.map(({ name: field }) => field)).toEqual(['day', 'time']);
    const wrong = await fillIn(backend, 'ann', state, { day: 'banana', time: '9:00' });
    expect(wrong.body.errors).toEqual({ time: expect.any(String) });
    expect((await now(milk)).due).toBe(milk.due);
    expect((await fillIn(backend, 'ann', state, { day: '2036-12-04', time: '17:00' })).body).toEqual({});
    expect((await now(milk)).due).toBe('2036-12-04T17:00');
    await fillIn(backend, 'ann', state, { day: 'tomorrow', time: '5pm' });
    expect((await now(milk)).due).toBe(`${plusDays(dayAt(Date.now(), ZONE), 1)}T17:00`);
  });
});
