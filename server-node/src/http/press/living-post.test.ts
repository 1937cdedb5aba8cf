import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { PressAct } from '../../replies/press-act.ts';
import { openBackend, type Backend } from '../../testing/open-backend.ts';
import { channelId, userId } from '../../testing/people.ts';
import { fillIn, press, postWith } from '../../testing/press-below.ts';
import { channelList } from '../../todos/list.ts';
import type { Todo } from '../../todos/todo.ts';

const TOWN = channelList(channelId('town'));

describe('below a list that is kept true in its channel', () => {
  let backend: Backend;
  let todo: Todo;
  let count = 0;

  beforeAll(async () => {
    backend = await openBackend({ siteLocale: 'ja' });
    for (const name of ['ann', 'bob']) backend.people.add(name, { channels: ['town'] });
    backend.people.add('eve');
  });
  afterAll(() => backend.close());
  beforeEach(async () => {
    const { todos } = await backend.acts.add({ actorId: userId('ann'), listId: TOWN }, [
      { text: 'Buy bread' },
    ]);
    todo = todos[0] as Todo;
    await backend.replies();
  });

  async function pressed(who: string, act: PressAct) {
    const name = `post${(count += 1)}`;
    const [signed] = await postWith(backend, name, { offered: [{ label: 'x', act }] });
    return press(backend, who, name, signed);
  }
  const tick = (who: string) => pressed(who, { kind: 'tick_posted', todoId: todo.id, version: todo.version });
  const state = async () => (await backend.acts.find(todo.id)).state;
  const texts = async () =>
    (await backend.acts.page(TOWN, { state: 'open', limit: 99 })).todos.map(({ text }) => text);
  const NOTHING = { status: 200, body: { skip_slack_parsing: true } };

  it('whoever reads the channel ticks and is told so alone; the post, which is everybody’s, shows it by itself', async () => {
    const { status, body } = await tick('bob');
    expect([status, body]).toEqual([
      200,
      {
        skip_slack_parsing: true,
        ephemeral_text: `Done: **${todo.number}** Buy bread\n\`/todo here undo\` takes this back.`,
      },
    ]);
    expect(await state()).toBe('done');
    expect(await backend.acts.history(todo.id)).toMatchObject([{ actorId: userId('bob') }, {}]);
    expect(await backend.replies()).toEqual([]);
  });

  it('whoever ticks is told in their own language how to take it back', async () => {
    backend.people.add('yuki', { channels: ['town'], locale: 'ja' });
    const { body } = await tick('yuki');
    expect(body.ephemeral_text).toMatch(/Buy bread\n`\/todo here undo` で元に戻せます。$/);
  });

  it('what is done already is told to whoever pressed', async () => {
    await tick('bob');
    const { body } = await tick('ann');
    expect(body).toMatchObject({ ephemeral_text: 'Done already: **' + todo.number + '** Buy bread' });
    expect(body.update).toBeUndefined();
  });

  it('nobody ticks who may not read the channel', async () => {
    const { body } = await tick('eve');
    expect(body.ephemeral_text).toMatch(/no such to-do/);
    expect(await state()).toBe('open');
  });

  it('nobody ticks in an archived channel', async () => {
    backend.people.archive('town');
    const { body } = await tick('ann');
    backend.people.unarchive('town');
    expect(body.ephemeral_text).toMatch(/archived/);
    expect(await state()).toBe('open');
  });

  it('a form adds with the rights of whoever fills it in, and rewrites nothing', async () => {
    expect(await pressed('bob', { kind: 'add_form', listId: TOWN, isPosted: true })).toEqual(NOTHING);
    const form = backend.forms.at(-1)?.state ?? '';
    expect(await fillIn(backend, 'bob', form, { text: 'Buy butter' })).toEqual({ status: 200, body: {} });
    expect(await texts()).toContain('Buy butter');
    expect(await backend.replies()).toEqual([]);
    backend.people.leave('bob', 'town');
    const { body } = await fillIn(backend, 'bob', form, { text: 'Buy cake' });
    expect(JSON.stringify(body)).toMatch(/may not see/);
    expect(await texts()).not.toContain('Buy cake');
    backend.people.add('bob', { channels: ['town'] });
  });
});
