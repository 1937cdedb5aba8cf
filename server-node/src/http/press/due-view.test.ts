import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { wallClockAt } from '../../dates/moment-of.ts';
import { choicesOfView } from '../../program/answers/choices-of-view.ts';
import { textsIn } from '../../program/texts/texts-in.ts';
import { call } from '../../testing/call.ts';
import { openBackend, type Backend } from '../../testing/open-backend.ts';
import { channelId, userId } from '../../testing/people.ts';
import { choose, press, postWith, shownIn } from '../../testing/press-below.ts';
import { channelList, personList } from '../../todos/list.ts';
import type { Todo } from '../../todos/todo.ts';
import { oneZone } from '../../todos/when.ts';

const ZONE = 'Asia/Tokyo';

describe('what is due, asked by a word', () => {
  let backend: Backend;
  let milk: Todo;
  let ours: Todo;
  let count = 0;
  let ann: string;

  const mine = () => ({ actorId: userId(ann), listId: personList(userId(ann)) });
  const town = { actorId: userId('bob'), listId: channelList(channelId('town')) };
  const now = ({ id }: Todo) => backend.acts.find(id);
  const say = async (line: string) =>
    (await call<{ answer: string }>(backend, ann, 'POST', '/lists/me/commands', { line })).body.answer;

  beforeAll(async () => {
    backend = await openBackend();
  });
  afterAll(() => backend.close());
  beforeEach(async () => {
    ann = `ann${(count += 1)}`;
    backend.people.add(ann, { timeZone: ZONE, channels: ['town'] });
    const when = { due: wallClockAt(Date.now(), ZONE).slice(0, 10), zones: oneZone(ZONE) };
    milk = (await backend.acts.add(mine(), [{ text: 'Buy milk', when }])).todos[0] as Todo;
    const [bread] = (await backend.acts.add(town, [{ text: 'Buy bread', when }])).todos as [Todo];
    const assigned = await backend.acts.assign(town, { ids: [bread.id] }, userId(ann), oneZone(ZONE));
    ours = assigned.todos[0] as Todo;
  });

  async function posted(...todos: Todo[]) {
    const asked = { view: 'today', listId: mine().listId, personId: userId(ann) } as const;
    const options = todos.map(({ id: todoId, text: label }) => ({ label, todoId }));
    const name = `due${count}`;
    return { name, signed: await postWith(backend, name, choicesOfView(textsIn('en'), asked, options)) };
  }

  it('holds what one has in channels that one reads, with the channel in which its number counts', async () => {
    expect(await say('today')).toBe(
      `**Due today: 2**\n**${milk.number}** Buy milk · today\n` +
        `**${ours.number}** Buy bread · today · [town](https://chat.example.com/team/channels/town)`,
    );
    expect(await say('week')).toContain('Buy bread');
    backend.people.leave(ann, 'town');
    for (const view of ['today', 'week', 'agenda', 'overdue'])
      expect(await say(view)).not.toContain('Buy bread');
  });

  it('ticks the one that is chosen, in its own list, and shows what is left', async () => {
    const { name, signed } = await posted(milk, ours);
    const answer = await press(backend, ann, name, signed[0], choose(1));
    expect(await now(ours)).toMatchObject({ state: 'done' });
    expect(answer.body.update?.message).toBe(
      `Done: **${ours.number}** Buy bread\n\n**Due today: 1**\n**${milk.number}** Buy milk · today`,
    );
    expect(shownIn(answer).map(({ label }) => label)).toEqual(['Undo', 'Done…']);
    await press(backend, ann, name, shownIn(answer)[0]?.signed);
    expect(await now(ours)).toMatchObject({ state: 'open' });
  });

  it('is nobody else to press, and nothing of a channel that was left', async () => {
    const { name, signed } = await posted(milk, ours);
    backend.people.add('eve', { channels: ['town'] });
    const refused = await press(backend, 'eve', name, signed[0], choose(1));
    expect(refused.body.ephemeral_text).toMatch(/for somebody else/);
    backend.people.leave(ann, 'town');
    const left = await press(backend, ann, name, signed[0], choose(1));
    expect(left.body).not.toHaveProperty('update');
    expect(JSON.stringify(left.body)).not.toContain('bread');
    expect(await now(ours)).toEqual(ours);
  });
});
