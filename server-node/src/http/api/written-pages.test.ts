import { expect, it } from '@jest/globals';
import type { ChannelId } from '../../shared/ids.ts';
import { channelId, postId, userId } from '../../testing/people.ts';
import { personList } from '../../todos/list.ts';
import type { ListRow, PageQuery } from '../../todos/ports.ts';
import type { Todo } from '../../todos/todo.ts';
import { makeWrittenPages } from './written-pages.ts';

const ANNS = personList(userId('ann'));
const SECRET = channelId('secret');
const FIRST: PageQuery = { state: 'open', limit: 100 };
const NOTHING_HIDDEN: readonly ChannelId[] = [];
const source = { postId: postId('plan'), channelId: SECRET };

const listAt = (revision: number): ListRow => ({
  id: ANNS,
  revision,
  nextNumber: 2,
  openCount: 1,
  doneCount: 0,
});

/** Reads of the store, counted, of a page whose only to-do has this text. */
function pagesOf(text: string, mostBytes?: number) {
  const written = makeWrittenPages(mostBytes);
  let reads = 0;
  const read = async () => {
    reads += 1;
    return { page: { todos: [{ text, listId: ANNS, source } as Todo], next: null }, doneBy: new Map() };
  };
  const get = async (list: ListRow, hidden = NOTHING_HIDDEN, query = FIRST) => {
    const page = await written(list, query, async () => new Set(hidden), read);
    return JSON.parse(String(page.text)) as { todos: Partial<Todo>[] };
  };
  return { get, reads: () => reads };
}

it('reads a page once for a revision, and again for the next one', async () => {
  const { get, reads } = pagesOf('Buy milk');
  expect(await get(listAt(1))).toEqual({
    todos: [{ text: 'Buy milk', listId: ANNS, source }],
    next: null,
    doneBy: {},
    program: null,
  });
  expect(await get(listAt(1))).toMatchObject({ todos: [{ text: 'Buy milk' }] });
  expect(reads()).toBe(1);
  await get(listAt(2));
  expect(reads()).toBe(2);
});

it.each<[string, PageQuery]>([
  ['another limit', { ...FIRST, limit: 50 }],
  ['the done ones', { ...FIRST, state: 'done' }],
  ['the next page', { ...FIRST, cursor: 'abc' }],
])('reads a page of its own for %s', async (_what, query) => {
  const { get, reads } = pagesOf('Buy milk');
  await get(listAt(1));
  await get(listAt(1), NOTHING_HIDDEN, query);
  expect(reads()).toBe(2);
});

it('never shows the message of one reader to another who may not read it, whoever comes first', async () => {
  const { get } = pagesOf('Buy milk');
  expect((await get(listAt(1))).todos[0]?.source).toEqual(source);
  expect((await get(listAt(1), [SECRET])).todos[0]?.source).toBeNull();
  expect((await get(listAt(1))).todos[0]?.source).toEqual(source);
});

it('keeps no more than its bytes', async () => {
  const { get, reads } = pagesOf('Buy milk', 2_000);
  for (const limit of [1, 2, 3, 4, 1]) await get(listAt(1), NOTHING_HIDDEN, { ...FIRST, limit });
  expect(reads()).toBe(5);
});
