import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { wallClockAt } from '../../dates/moment-of.ts';
import { digestMessage } from '../../digest/digest-message.ts';
import { BY_THE_OUTBOX, digestPostKey } from '../../living-posts/living-post.ts';
import { textsIn } from '../../program/texts/texts-in.ts';
import type { ReplyId } from '../../replies/reply.ts';
import { openBackend, type Backend } from '../../testing/open-backend.ts';
import { channelId, userId } from '../../testing/people.ts';
import { choose, press, postWith, shownIn } from '../../testing/press-below.ts';
import { channelList, personList } from '../../todos/list.ts';
import type { Todo } from '../../todos/todo.ts';
import { oneZone } from '../../todos/when.ts';

const ZONE = 'Asia/Tokyo';
const DIGEST = { on: true, at: '08:30', days: ['MO', 'TU', 'WE', 'TH', 'FR'] } as const;

describe('an overview', () => {
  let backend: Backend;
  let milk: Todo;
  let tea: Todo;
  let count = 0;
  let ann: string;

  const mine = () => ({ actorId: userId(ann), listId: personList(userId(ann)) });
  const town = () => ({ actorId: userId(ann), listId: channelList(channelId('town')) });
  const now = ({ id }: Todo) => backend.acts.find(id);
  const today = () => wallClockAt(Date.now(), ZONE).slice(0, 10);
  const digestOf = async () => (await manage().of(userId(ann))).inEffect.digest;
  const manage = () => backend.personSettings;

  beforeAll(async () => {
    backend = await openBackend();
    backend.people.add('eve');
  });
  afterAll(() => backend.close());
  beforeEach(async () => {
    ann = `ann${(count += 1)}`;
    backend.people.add(ann, { timeZone: ZONE, channels: ['town'] });
    await manage().change(userId(ann), { digest: { ...DIGEST, days: [...DIGEST.days] } });
    [milk, tea] = [await added('Buy milk', mine()), await added('Buy tea', mine())];
  });

  async function added(text: string, where: ReturnType<typeof mine>): Promise<Todo> {
    const when = { due: today(), zones: oneZone(ZONE) };
    const { todos } = await backend.acts.add(where, [{ text, when }]);
    return todos[0] as Todo;
  }
  /** The same, which ann has from now on. */
  async function assigned({ id, listId }: Todo): Promise<Todo> {
    const request = { actorId: userId(ann), listId };
    const { todos } = await backend.acts.assign(request, { ids: [id] }, userId(ann), oneZone(ZONE));
    return todos[0] as Todo;
  }
  /** With a select to tick one, then the paces: every day, Mondays, off. */
  async function posted(...todos: Todo[]) {
    const shown = { personId: userId(ann), zone: ZONE, now: Date.now(), siteUrl: undefined };
    const { choices } = digestMessage(
      { todos, openCount: todos.length, digest: { ...DIGEST, days: [...DIGEST.days] } },
      { ...shown, texts: textsIn('en'), channelOf: () => undefined, showsSource: () => true },
    );
    const name = `digest${count}`;
    return { name, signed: await postWith(backend, name, choices) };
  }
  const labelsOf = (answer: Parameters<typeof shownIn>[0]) => shownIn(answer).map(({ label }) => label);

  it('ticks the one that is chosen and shows what is left, until nothing is', async () => {
    const { name, signed } = await posted(milk, tea);
    const answer = await press(backend, ann, name, signed[0], choose(1));
    expect(await now(tea)).toMatchObject({ state: 'done' });
    expect(answer.body).not.toHaveProperty('ephemeral_text');
    expect(answer.body.update?.message).toBe(
      `**Your to-dos**\n\n**Today**\n**${milk.number}** Buy milk · due today\n\n_Overview: Weekdays, 8:30 AM_`,
    );
    expect(labelsOf(answer)).toEqual(['Done…', 'Every day', 'Mondays', 'Turn off']);
    const rest = await press(backend, ann, name, shownIn(answer)[0]?.signed, choose(0));
    expect(await now(milk)).toMatchObject({ state: 'done' });
    expect(rest.body.update?.message).toBe(
      '**Your to-dos**\n\nNothing left for today.\n\n_Overview: Weekdays, 8:30 AM_',
    );
    expect(labelsOf(rest)).toEqual(['Every day', 'Mondays', 'Turn off']);
  });

  it('that is kept true ticks again what was ticked, undone and offered in the same place', async () => {
    for (let times = 0; times < 2; times += 1) {
      const { name, signed } = await posted(await now(milk), tea);
      await press(backend, ann, name, signed[0], choose(0));
      expect(await now(milk)).toMatchObject({ state: 'done' });
      await backend.acts.undo(mine());
    }
  });

  it('that is kept true anyway is not rewritten by a press as well', async () => {
    const { name, signed } = await posted(milk, tea);
    const key = digestPostKey(userId(ann));
    await backend.store.todos.transaction(({ livingPosts }) =>
      livingPosts.put({
        ...{ key, kind: 'digest', about: mine().listId, channelId: BY_THE_OUTBOX, postId: null },
        ...{ replyId: `reply ${name}` as ReplyId, isPinned: false, shown: '', edits: 0, editedAt: 0 },
      }),
    );
    const answer = await press(backend, ann, name, signed[0], choose(1));
    expect(answer.body).not.toHaveProperty('update');
    expect(await now(tea)).toMatchObject({ state: 'done' });
    const paced = await press(backend, ann, name, signed[2]);
    expect(paced.body).not.toHaveProperty('update');
    expect(paced.body.ephemeral_text).toBe('Overviews from now on: Mondays (8:30 AM).');
  });

  it('pressed twice at once ticks once, and one that others ticked stays ticked', async () => {
    const { name, signed } = await posted(milk, tea);
    await backend.acts.complete(mine(), { ids: [milk.id] });
    const before = await now(milk);
    await Promise.all([0, 1, 1].map((option) => press(backend, ann, name, signed[0], choose(option))));
    expect(await now(milk)).toEqual(before);
    expect(await now(tea)).toMatchObject({ state: 'done', version: tea.version + 1 });
  });

  it('comes as often as a button says, at the time that was set, and no more', async () => {
    const { name, signed } = await posted(milk);
    const answer = await press(backend, ann, name, signed[2]);
    expect(answer.body.ephemeral_text).toBe('Overviews from now on: Mondays (8:30 AM).');
    expect(labelsOf(answer)).toEqual(['Done…', 'Every day', 'Weekdays', 'Turn off']);
    expect(await digestOf()).toEqual({ on: true, at: '08:30', days: ['MO'] });
    const off = await press(backend, ann, name, shownIn(answer)[3]?.signed);
    expect(off.body.ephemeral_text).toBe('You get no more overviews.');
    expect(await digestOf()).toEqual({ on: false, at: '08:30', days: ['MO'] });
    expect(off.body.update?.message).toMatch(/\n\nYou get no more overviews\.$/);
    expect(labelsOf(off)).toEqual(['Done…', 'Every day', 'Weekdays', 'Mondays']);
    await press(backend, ann, name, shownIn(off)[2]?.signed);
    expect(await digestOf()).toMatchObject({ on: true, days: DIGEST.days });
  });

  it('has the days of its reader that no button says', async () => {
    await manage().change(userId(ann), { digest: { on: true, at: '07:00', days: ['TU'] } });
    const { name, signed } = await posted(milk);
    const off = await press(backend, ann, name, signed[3]);
    expect(await digestOf()).toEqual({ on: false, at: '07:00', days: ['TU'] });
    expect(off.body.update?.message).toContain('Buy milk');
  });

  it('is not for others to press, neither its select nor its paces', async () => {
    const { name, signed } = await posted(milk);
    for (const [index, more] of [
      [0, choose(0)],
      [3, {}],
    ] as const) {
      const answer = await press(backend, 'eve', name, signed[index], more);
      expect(answer.body.ephemeral_text).toMatch(/for somebody else/);
      expect(answer.body).not.toHaveProperty('update');
    }
    expect(await now(milk)).toEqual(milk);
    expect(await digestOf()).toMatchObject({ on: true });
  });

  it('says where what is in a channel comes from, and nothing any more to whoever left that', async () => {
    const ours = await assigned(await added('Ours', town()));
    const { name, signed } = await posted(milk, tea, ours);
    const answer = await press(backend, ann, name, signed[0], choose(0));
    expect(answer.body.update?.message).toMatch(/Ours · due today · \[town\]\(https:\S*\/channels\/town\)$/m);
    backend.people.leave(ann, 'town');
    const refused = await press(backend, ann, name, signed[0], choose(2));
    expect(refused.body.ephemeral_text).toEqual(expect.any(String));
    expect(refused.body).not.toHaveProperty('update');
    expect(await now(ours)).toEqual(ours);
    const rest = await press(backend, ann, name, signed[0], choose(1));
    expect(JSON.stringify(rest.body)).not.toContain('Ours');
    expect(await now(tea)).toMatchObject({ state: 'done' });
  });
});
