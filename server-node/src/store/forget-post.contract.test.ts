import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PostId } from '../shared/ids.ts';
import { makeForgetPost } from '../todos/forget-post.ts';
import { EMPTIED_DATABASES } from './testing/emptied-stores.ts';
import type { Opened, TestDatabase } from './testing/fresh-stores.ts';
import { ANNS, CHANNEL, POST, TEAM_BY_BOB } from './testing/people.ts';

const source = { postId: POST, channelId: CHANNEL };
const other = { ...source, postId: 'e'.repeat(26) as PostId };
const first = { numbers: [1] };

describe.each(EMPTIED_DATABASES)('the message that to-dos were made of, on %s', (_name, create) => {
  let database: TestDatabase;
  let store: Opened;
  beforeAll(async () => {
    database = await create(process.env);
    store = await database.open(() => 1_000);
  });
  afterAll(() => database.remove());

  it('is led to no more once it is deleted, from no list and no state, and undo goes past that', async () => {
    const { acts } = store;
    await acts.add(ANNS, [
      { text: 'Book a room', source },
      { text: 'Ask Cid', source: other },
    ]);
    await acts.add(TEAM_BY_BOB, [{ text: 'Bring cake', source }]);
    await acts.complete(TEAM_BY_BOB, first);
    const edit = await acts.edit(ANNS, first, { text: 'Book the large room' });
    const told: unknown[] = [];
    const deps = { store: store.todos, now: () => 2_000, newId: store.newId };
    const forget = makeForgetPost(deps, ({ lists }) => void told.push(lists));
    await forget(source.postId);
    await forget(source.postId);
    expect(told.toSorted()).toEqual([[TEAM_BY_BOB.listId], [ANNS.listId]].toSorted());
    expect(await acts.select(ANNS.listId, { numbers: [1, 2] })).toMatchObject([
      { text: 'Book the large room', source: null, version: 3 },
      { text: 'Ask Cid', source: other, version: 1 },
    ]);
    expect(await acts.select(TEAM_BY_BOB.listId, first)).toMatchObject([{ state: 'done', source: null }]);
    expect((await acts.undo(ANNS, edit.id)).todos).toMatchObject([{ text: 'Book a room', source: null }]);
  });
});
