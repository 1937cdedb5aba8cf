import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { textsIn } from '../../program/texts/texts-in.ts';
import type { Choices } from '../../replies/choices.ts';
import { openBackend, type Backend } from '../../testing/open-backend.ts';
import { channelId, userId } from '../../testing/people.ts';
import { choose, press, postWith, shownIn, type PressAnswered } from '../../testing/press-below.ts';
import { channelList, personList } from '../../todos/list.ts';
import type { Todo } from '../../todos/todo.ts';

describe('a long list in a post', () => {
  let backend: Backend;
  let ann: string;
  let todos: readonly Todo[];
  let count = 0;
  let post: string;

  const mine = () => ({ actorId: userId(ann), listId: personList(userId(ann)) });

  beforeAll(async () => {
    backend = await openBackend();
    backend.people.add('eve');
  });
  afterAll(() => backend.close());
  beforeEach(async () => {
    ann = `ann${(count += 1)}`;
    post = `pages${count}`;
    backend.people.add(ann, { channels: ['town'] });
    const texts = Array.from({ length: 60 }, (_, at) => ({ text: `item ${at + 1}` }));
    todos = (await backend.acts.add(mine(), texts)).todos;
  });

  const { next: NEXT, previous: PREVIOUS, addTodo: ADD, tick: TICK, undo: UNDO } = textsIn().press.labels;
  const labelsOf = (answer: PressAnswered) => shownIn(answer).map(({ label }) => label);
  const messageOf = ({ body }: PressAnswered) => body.update?.message ?? '';
  /** The numbers of the rows below the title, and what counts the others. */
  const rowsOf = (answer: PressAnswered) =>
    messageOf(answer)
      .split('\n')
      .flatMap((row) => /^\*\*(\d+)\*\* item|^… and (\d+) more/.exec(row)?.slice(1, 3) ?? [])
      .filter((part) => part !== undefined);
  const numbers = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, at) => String(from + at));

  /** Below the post of the test, in which ann then presses what an answer shows. */
  async function shown(choices?: Choices): Promise<PressAnswered> {
    const page = { kind: 'page', listId: mine().listId, page: {} } as const;
    const [signed] = await postWith(backend, post, choices ?? { offered: [{ label: NEXT, act: page }] });
    return press(backend, ann, post, signed);
  }
  const pressed = (answer: PressAnswered, label: string, more: object = {}) =>
    press(backend, ann, post, shownIn(answer).find((one) => one.label === label)?.signed, more);

  it('is turned page by page, to its end and back, and each page says which it is', async () => {
    const first = await shown();
    expect(messageOf(first)).toMatch(/^\*\*60 open\*\*\n/);
    expect(rowsOf(first)).toEqual([...numbers(1, 25), '35']);
    expect(labelsOf(first)).toEqual([TICK, NEXT, ADD]);
    const second = await pressed(first, NEXT);
    expect(messageOf(second)).toMatch(/^\*\*60 open\*\*, 26 to 50\n/);
    expect(rowsOf(second)).toEqual([...numbers(26, 50), '10']);
    expect(labelsOf(second)).toEqual([TICK, PREVIOUS, NEXT, ADD]);
    const third = await pressed(second, NEXT);
    expect(rowsOf(third)).toEqual(numbers(51, 60));
    expect(labelsOf(third)).toEqual([TICK, PREVIOUS, ADD]);
    expect(rowsOf(await pressed(third, PREVIOUS))).toEqual([...numbers(26, 50), '10']);
    expect(messageOf(await pressed(second, PREVIOUS))).toBe(messageOf(first));
  });

  it('loses none between two pages when some are ticked elsewhere', async () => {
    const first = await shown();
    await backend.acts.complete(mine(), { ids: todos.slice(0, 5).map(({ id }) => id) });
    const second = await pressed(first, NEXT);
    expect(messageOf(second)).toMatch(/^\*\*55 open\*\*, 21 to 45\n/);
    expect(rowsOf(second)).toEqual([...numbers(26, 50), '10']);
    expect(rowsOf(await pressed(second, PREVIOUS))).toEqual([...numbers(6, 30), '30']);
  });

  it('shows its last page where nothing is left behind the one before', async () => {
    const first = await shown();
    await backend.acts.complete(mine(), { ids: todos.slice(25).map(({ id }) => id) });
    expect(rowsOf(await pressed(first, NEXT))).toEqual(numbers(1, 25));
    await backend.acts.complete(mine(), { ids: todos.slice(0, 25).map(({ id }) => id) });
    expect(messageOf(await pressed(first, NEXT))).toMatch(/^Nothing to do/);
  });

  it('ticks one of the page that it shows, and stays there, with undo at hand', async () => {
    const second = await pressed(await shown(), NEXT);
    const ticked = await pressed(second, TICK, choose(1));
    expect(await backend.acts.find(todos[26]?.id as Todo['id'])).toMatchObject({ state: 'done' });
    expect(messageOf(ticked)).toMatch(/^Done: \*\*27\*\* item 27\n\n\*\*59 open\*\*, 26 to 50\n/);
    expect(labelsOf(ticked)).toEqual([UNDO, TICK, PREVIOUS, NEXT]);
  });

  it('has no more rows on a page than its post holds, and none of them is left out of all pages', async () => {
    const long = Array.from({ length: 30 }, (_, at) => ({ text: `${'long '.repeat(60)}${at}` }));
    const town = { actorId: userId(ann), listId: channelList(channelId('town')) };
    const added = await backend.acts.add(town, long);
    const page = { kind: 'page', listId: town.listId, page: {} } as const;
    let answer = await shown({ offered: [{ label: NEXT, act: page }] });
    const seen: string[] = [];
    for (;;) {
      seen.push(
        ...[...messageOf(answer).matchAll(/^\*\*(\d+)\*\* long/gm)].map(([, number]) => String(number)),
      );
      if (!labelsOf(answer).includes(NEXT)) break;
      answer = await pressed(answer, NEXT);
    }
    expect(seen).toEqual(added.todos.map(({ number }) => String(number)));
  });

  it('is turned by nobody who may not see it', async () => {
    const page = { kind: 'page', listId: mine().listId, page: {} } as const;
    const [signed] = await postWith(backend, post, { offered: [{ label: NEXT, act: page }] });
    const answer = await press(backend, 'eve', post, signed);
    expect(answer.body).not.toHaveProperty('update');
    expect(answer.body.ephemeral_text).toEqual(expect.any(String));
  });
});
