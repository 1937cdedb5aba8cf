import { expect, it } from '@jest/globals';
import { NO_COLLEAGUES } from '../../callers/colleagues.ts';
import { AppError } from '../../shared/app-error.ts';
import { channelId, makePeople, userId } from '../../testing/people.ts';
import { channelList, personList } from '../../todos/list.ts';
import { makeReadDates } from './read-text.ts';
import { saidTodo } from './said-todo.ts';

const people = makePeople();
for (const name of ['ann', 'bob', 'bobby', 'friday']) people.add(name);
const ANN = userId('ann');
const TOWN = channelList(channelId('town'));
const now = () => Date.parse('2026-12-01T12:00Z');

const deps = {
  readDates: makeReadDates({ clockOf: async () => ({ zone: 'UTC', locale: 'en' }), now }),
  colleagues: {
    findNamed: async (_asker: unknown, username: string) => (await people.directory.named([username]))[0],
    checkAssignee: async (_list: unknown, id: string) => {
      if (id === userId('bobby')) throw new AppError('person_not_askable', 'Cannot read it.');
    },
  },
};

async function wordsOf(text: string, place: Partial<Parameters<typeof saidTodo>[1]> = {}) {
  const { read, assignee } = await saidTodo(deps, { actorId: ANN, listId: TOWN, ...place }, text);
  const words = read.spans.map(({ from, to }) => text.slice(from, to).trim());
  return [read.text, assignee?.username, read.due?.slice(5), ...words];
}

it.each([
  ['Buy bread', 'Buy bread', undefined, undefined],
  ['Buy bread @bob', 'Buy bread', 'bob', undefined, '@bob'],
  [' ＠BOB, Buy bread friday', 'Buy bread', 'bob', '12-04', 'friday', '＠BOB'],
  ['Buy bread friday @bob.', 'Buy bread', 'bob', '12-04', 'friday', '@bob'],
  ['Buy bread @bob, friday', 'Buy bread', 'bob', '12-04', 'friday', '@bob'],
  ['friday @bob Buy bread', 'Buy bread', 'bob', '12-04', 'friday', '@bob'],
  ['friday: @bob Tell @bobby', 'Tell @bobby', 'bob', '12-04', 'friday', '@bob'],
  ['@friday Buy bread friday', 'Buy bread', 'friday', '12-04', 'friday', '@friday'],
  ['@friday b', 'b', 'friday', undefined, '@friday'],
  ['Buy bread @bobby friday', 'Buy bread @bobby', undefined, '12-04', 'friday'],
  ['Buy bread @nobody friday', 'Buy bread @nobody', undefined, '12-04', 'friday'],
  ['Lunch with @bob friday', 'Lunch with @bob', undefined, '12-04', 'friday'],
  ['@bob Buy bread 31 february', 'Buy bread 31 february', 'bob', undefined, '@bob'],
])('"%s" says %j for %s at %s', async (text, ...said) => {
  expect(await wordsOf(text)).toEqual(said);
});

it('takes the name out of each reading of a date', async () => {
  const text = 'Buy bread @bob 3/2';
  const { read, assignee } = await saidTodo(deps, { actorId: ANN, listId: TOWN }, text);
  expect(assignee?.username).toBe('bob');
  expect(read.readings?.map((one) => one.text)).toEqual(['Buy bread', 'Buy bread']);
});

it('asks for nobody in the own list', async () => {
  const place = { actorId: ANN, listId: personList(ANN) };
  const { read } = await saidTodo({ ...deps, colleagues: NO_COLLEAGUES }, place, 'Buy bread @bob friday');
  expect(read.text).toBe('Buy bread @bob');
});

it.each(['@bob Buy bread friday', 'Buy bread @bob friday'])(
  'gives with the corrected words "%s" nobody a to-do who does not have it',
  async (text) => {
    expect((await wordsOf(text, { corrects: { assigneeId: userId('bob') } }))[1]).toBe('bob');
    for (const assigneeId of [null, ANN])
      expect(await wordsOf(text, { corrects: { assigneeId } })).toEqual([
        text.replace(' friday', ''),
        undefined,
        '12-04',
        'friday',
      ]);
  },
);
