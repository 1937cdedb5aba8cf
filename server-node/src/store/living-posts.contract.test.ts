import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { EDIT_EVERY_MS, type LivingPost, type LivingPostKey } from '../living-posts/living-post.ts';
import type { ReplyId } from '../replies/reply.ts';
import { channelId, postId } from '../testing/people.ts';
import { channelList, personList } from '../todos/list.ts';
import { EMPTIED_DATABASES } from './testing/emptied-stores.ts';
import type { Opened, TestDatabase } from './testing/fresh-stores.ts';
import { ANN, ANNS, BOB } from './testing/people.ts';

const NOON = 1_800_000_000_000;
const TOWN = channelId('town');
const IN_TOWN = { actorId: ANN, listId: channelList(TOWN) };
const KEY = 'list:town' as LivingPostKey;

const POST: LivingPost = {
  ...{ key: KEY, kind: 'list', about: channelList(TOWN), channelId: TOWN },
  ...{ replyId: 'r1' as ReplyId, postId: postId('p'), isPinned: true },
  ...{ shown: 'hash', edits: 3, editedAt: NOON - 60_000 },
};

describe.each(EMPTIED_DATABASES)('living posts on %s', (name, create) => {
  let database: TestDatabase;
  let store: Opened;
  let clock = NOON;

  beforeAll(async () => {
    database = await create(process.env);
    store = await database.open(() => clock);
  });
  afterAll(() => database.remove());
  beforeEach(async () => {
    clock = NOON;
    await database.query('delete from wake_up returning key');
    await database.query('delete from living_post returning key');
  });

  const write = <T>(work: Parameters<typeof store.todos.transaction<T>>[0]) => store.todos.transaction(work);
  const put = (more: Partial<LivingPost> = {}) =>
    write(({ livingPosts }) => livingPosts.put({ ...POST, ...more }));
  const due = async () =>
    (await database.query('select key, due_at, taken_by from wake_up order by key')).map((row) => [
      row['key'],
      Number(row['due_at']) - NOON,
      row['taken_by'],
    ]);

  it('are kept as they were put, one for each key, and can be forgotten', async () => {
    expect(await write(({ livingPosts }) => livingPosts.lock(KEY))).toBeUndefined();
    await put({ postId: null });
    await put();
    expect(await write(({ livingPosts }) => livingPosts.lock(KEY))).toEqual(POST);
    await write(({ livingPosts }) => livingPosts.forget(KEY));
    expect(await write(({ livingPosts }) => livingPosts.lock(KEY))).toBeUndefined();
  });

  it('are looked at at once after a change of what they are about, and after no other', async () => {
    await put();
    await store.acts.add(ANNS, [{ text: 'milk' }]);
    expect(await due()).toEqual([]);
    await store.acts.add(IN_TOWN, [{ text: 'bread' }]);
    expect(await due()).toEqual([['living:list:town', 0, null]]);
    expect(await store.wakeUps.take(NOON, 9, 'me')).toMatchObject([{ kind: 'living_post', about: KEY }]);
  });

  it('are looked at no sooner than they may be edited again', async () => {
    await put({ editedAt: NOON - 1_000 });
    await store.acts.add(IN_TOWN, [{ text: 'bread' }]);
    expect(await due()).toEqual([['living:list:town', EDIT_EVERY_MS - 1_000, null]]);
    clock += 500;
    await store.acts.complete(IN_TOWN, { every: 'open' });
    expect(await due()).toEqual([['living:list:town', EDIT_EVERY_MS - 1_000, null]]);
  });

  it('are looked at again when a change comes while somebody looks at them', async () => {
    await put();
    await store.acts.add(IN_TOWN, [{ text: 'bread' }]);
    await store.wakeUps.take(NOON, 9, 'me');
    await store.acts.add(IN_TOWN, [{ text: 'butter' }]);
    expect(await due()).toEqual([['living:list:town', 0, null]]);
  });

  it('of a person are looked at when something changes that the person asked for or has, wherever it is', async () => {
    await put({ about: personList(BOB) });
    await store.acts.add(IN_TOWN, [{ text: 'bread' }]);
    expect(await due()).toEqual([]);
    await database.query(`update todo set assignee_id = '${BOB}' where text = 'bread' returning id`);
    await store.acts.complete(IN_TOWN, { every: 'open' });
    expect(await due()).toEqual([['living:list:town', 0, null]]);
  });

  it('are not looked at for a change that was not made after all', async () => {
    await put();
    const failing = store.acts.add(
      {
        ...IN_TOWN,
        replies: () => {
          throw new Error('killed');
        },
      },
      [{ text: 'bread' }],
    );
    await expect(failing).rejects.toThrow('killed');
    expect(await due()).toEqual([]);
  });

  it('are found by an index', async () => {
    for (let n = 0; n < 300; n += 1)
      await put({ key: `list:${n}` as LivingPostKey, about: channelList(channelId(`c${n}`)) });
    if (name === 'PostgreSQL') await database.query('analyze living_post');
    const explain = name === 'SQLite' ? 'explain query plan' : 'explain';
    const plan = await database.query(`${explain} select key from living_post where about = 'x'`);
    expect(JSON.stringify(plan)).toMatch(/living_post_about/);
  });
});
