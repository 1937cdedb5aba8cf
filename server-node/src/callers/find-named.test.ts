import { beforeEach, expect, it } from '@jest/globals';
import { SECOND_MS } from '../shared/time.ts';
import { makePeople, userId, type People } from '../testing/people.ts';
import { makeFindNamed, type FindNamed } from './find-named.ts';

let now: number;
let people: People;
let asked: string[];
let findNamed: FindNamed;
/** How many were sought in the channels of an asker. */
let sought: number;
beforeEach(() => {
  now = 0;
  people = makePeople();
  [asked, sought] = [[], 0];
  const { accountOf, directory } = people;
  const named = async (names: readonly string[]) => {
    asked.push(...names);
    return directory.named(names);
  };
  const sharingChannel: typeof directory.sharingChannel = async (personId, others) => {
    sought += others.length;
    return directory.sharingChannel(personId, others);
  };
  const mattermost = { ...directory, named, sharingChannel };
  findNamed = makeFindNamed({ accountOf, people: mattermost, now: () => now });
  for (const name of ['ann', 'bob']) people.add(name, { channels: ['crew'] });
});

const find = async (name: string, asker = 'ann') => (await findNamed(userId(asker), name))?.userId;

it('is asked of Mattermost once while somebody types, whoever that is', async () => {
  const found = await Promise.all(['ann', 'bob'].map((asker) => find('bob', asker)));
  now += 9 * SECOND_MS;
  expect([...found, await find('bob')]).toEqual(Array(3).fill(userId('bob')));
  for (let time = 1; time <= 3; time += 1) expect(await find('bbo')).toBeUndefined();
  expect(asked).toEqual(['bob', 'bbo']);
});

it('is the one who has the name now within ten seconds, and within three where nobody had it', async () => {
  expect([await find('bob'), await find('carol')]).toEqual([userId('bob'), undefined]);
  people.signOut('bob');
  people.add('carol');
  now += 3 * SECOND_MS;
  expect(await find('carol')).toBe(userId('carol'));
  now += 7 * SECOND_MS;
  expect(await find('bob')).toBeUndefined();
});

it('is asked again after a failure', async () => {
  people.goAway();
  await expect(find('bob')).rejects.toMatchObject({ code: 'mattermost_unavailable' });
  people.comeBack();
  expect(await find('bob')).toBe(userId('bob'));
});

it('is shown to a guest who shares a channel with them alone, whoever was told of them before', async () => {
  people.add('gina', { isGuest: true });
  people.add('gus', { isGuest: true, channels: ['crew'] });
  expect(await find('bob')).toBe(userId('bob'));
  expect(await find('bob', 'gina')).toBeUndefined();
  expect(await find('bob', 'gus')).toBe(userId('bob'));
  expect([await find('bob', 'gina'), await find('gina', 'gina')]).toEqual([undefined, userId('gina')]);
  people.add('gina', { isGuest: true, channels: ['crew'] });
  people.leave('gus', 'crew');
  now += 3 * SECOND_MS;
  expect(await find('bob', 'gina')).toBe(userId('bob'));
  now += 7 * SECOND_MS;
  expect(await find('bob', 'gus')).toBeUndefined();
});

it.each(['bob', 'nobody'])(
  'asks as much of Mattermost for a guest, and remembers it as long, whether it is hidden or of nobody: %s',
  async (name) => {
    people.add('gina', { isGuest: true });
    await find(name);
    asked.length = 0;
    const counts: unknown[] = [];
    for (const after of [0, SECOND_MS, 3 * SECOND_MS, 5 * SECOND_MS]) {
      now += after;
      expect(await find(name, 'gina')).toBeUndefined();
      counts.push([asked.length, sought]);
    }
    expect(counts).toEqual([1, 1, 2, 3].map((count) => [count, count]));
  },
);

it('is forgotten where very many are asked for', async () => {
  await find('bob');
  for (let count = 1; count <= 5_000; count += 1) await find(`nobody${count}`);
  asked.length = 0;
  await find('nobody5000');
  await find('bob');
  expect(asked).toEqual(['bob']);
});
