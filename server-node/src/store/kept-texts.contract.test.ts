import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EMPTIED_DATABASES } from './testing/emptied-stores.ts';
import type { Opened, TestDatabase } from './testing/fresh-stores.ts';
import { ANNS } from './testing/people.ts';
import { keptTexts } from './kept-texts.ts';
import type { ReadQueries } from './read-queries.ts';
import type { Run } from './runner.ts';

describe.each(EMPTIED_DATABASES)('on %s', (_name, create) => {
  let database: TestDatabase;
  let ours: Opened;
  let theirs: Opened;
  beforeAll(async () => {
    database = await create(process.env);
    [ours, theirs] = [await database.open(), await database.open()];
  });
  afterAll(() => database.remove());

  const found = async (words: string, state: 'open' | 'done' = 'open') => {
    const query = { words, state, extent: 'beginning', limit: 10 } as const;
    return (await ours.acts.findByWords(ANNS.listId, query)).todos.map(({ text }) => text);
  };

  it('finds by the newest texts, whoever changed them last', async () => {
    expect(await found('milk')).toEqual([]);
    const { todos } = await ours.acts.add(ANNS, [{ text: 'Buy milk' }]);
    expect(await found('milk')).toEqual(['Buy milk']);
    await theirs.acts.add(ANNS, [{ text: 'Milk the cow' }]);
    expect(await found('milk')).toEqual(['Buy milk', 'Milk the cow']);
    await theirs.acts.complete(ANNS, { numbers: todos.map(({ number }) => number) });
    expect([await found('milk'), await found('milk', 'done')]).toEqual([['Milk the cow'], ['Buy milk']]);
  });
});

it('reads the texts again only when the list has another revision, and when there is no room', async () => {
  let revision = 1;
  const sent: string[] = [];
  const queries = { list: () => 'list', openTexts: () => 'texts', doneTexts: () => 'texts' };
  const run = (async (query: unknown) => {
    sent.push(String(query));
    return query === 'list' ? [{ revision }] : [{ id: 'a', text: 'Buy milk' }];
  }) as unknown as Run;
  const reads = async (texts: ReturnType<typeof keptTexts>) => {
    sent.length = 0;
    await texts(ANNS.listId, 'open');
    return sent.filter((query) => query === 'texts').length;
  };
  const roomy = keptTexts(run, queries as unknown as ReadQueries);
  expect([await reads(roomy), await reads(roomy)]).toEqual([1, 0]);
  revision += 1;
  expect([await reads(roomy), await reads(roomy)]).toEqual([1, 0]);
  const tight = keptTexts(run, queries as unknown as ReadQueries, 10);
  expect([await reads(tight), await reads(tight)]).toEqual([1, 1]);
});
