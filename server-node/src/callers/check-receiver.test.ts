import { beforeEach, describe, expect, it } from '@jest/globals';

import { DEFAULTS } from '../person-settings/person-settings.ts';
import { makePeople, userId, type People } from '../testing/people.ts';
import { makeColleagues, type Colleagues } from './colleagues.ts';

let people: People;
let documents: Map<string, unknown>;
let colleagues: Colleagues;
beforeEach(() => {
  people = makePeople();
  documents = new Map();
  colleagues = makeColleagues({
    accountOf: people.accountOf,
    people: people.directory,
    recipients: people.recipients,
    now: Date.now,
    settings: {
      settingsOf: async (ids) =>
        new Map(
          ids.map((personId) => [personId, { personId, document: documents.get(personId), version: 1 }]),
        ),
    },
  });
  people.add('ann', { channels: ['crew'] });
});

const refusal = (asking: Promise<unknown>) =>
  asking.then(
    () => undefined,
    (error: { details: { refused: unknown } }) => error.details.refused,
  );

describe('who may be asked', () => {
  const check = (asker: string, receiver: string) =>
    refusal(colleagues.checkReceiver(userId(asker), userId(receiver)));

  it('is whoever is in a team with the asker, and everybody oneself', async () => {
    people.add('bob');
    expect(await check('ann', 'bob')).toBeUndefined();
    documents.set(userId('ann'), { requests: 'off' });
    expect(await check('ann', 'ann')).toBeUndefined();
  });

  it.each([
    ['somebody deactivated', { isDeactivated: true }, 'deactivated_person'],
    ['a bot', { isBot: true }, 'bot_person'],
    ['somebody of another team', { teams: ['far'] }, 'no_shared_team'],
    ['a guest of the team who shares no channel', { isGuest: true }, 'far_guest'],
  ])('is never %s', async (_who, facts, kind) => {
    people.add('bob', facts);
    expect(await check('ann', 'bob')).toEqual({ kind, name: 'bob' });
  });

  it('is nobody who is unknown', async () => {
    expect(await check('ann', 'nobody')).toMatchObject({ kind: 'no_such_person', nearest: [] });
  });

  it('is a guest of a common channel, who may ask there as well', async () => {
    people.add('gina', { isGuest: true, teams: [], channels: ['crew'] });
    expect(await check('ann', 'gina')).toBeUndefined();
    expect(await check('gina', 'ann')).toBeUndefined();
    people.add('bob');
    expect(await check('gina', 'bob')).toEqual({ kind: 'far_guest', name: 'bob' });
  });

  it.each<[string, unknown, boolean]>([
    ['takes none from anybody', { requests: 'off' }, true],
    ['has blocked the asker', { blocked: [userId('ann')] }, true],
    ['has blocked somebody else', { blocked: [userId('eve')] }, false],
    ['has set something else', { ...DEFAULTS }, false],
    ['has a setting of another version', { requests: 'friends', blocked: 'all' }, false],
  ])('is somebody who %s: %j', async (_what, document, isRefused) => {
    people.add('bob');
    documents.set(userId('bob'), document);
    const expected = isRefused ? { kind: 'takes_no_requests', name: 'bob' } : undefined;
    expect(await check('ann', 'bob')).toEqual(expected);
  });

  it('tells nothing of the wishes of those whom one could not ask anyway', async () => {
    people.add('bob', { teams: ['far'] });
    documents.set(userId('bob'), { requests: 'off' });
    expect(await check('ann', 'bob')).toMatchObject({ kind: 'no_shared_team' });
  });

  it('is nobody while Mattermost is away', async () => {
    people.add('bob');
    people.goAway();
    const asked = colleagues.checkReceiver(userId('ann'), userId('bob'));
    await expect(asked).rejects.toMatchObject({ code: 'mattermost_unavailable' });
  });
});

describe('people by their names', () => {
  const find = (...names: string[]) => colleagues.findPeople(userId('ann'), names);
  const nearest = async (name: string, asker = 'ann') =>
    refusal(colleagues.findPeople(userId(asker), [name])) as Promise<{ name: string; nearest: string[] }>;

  it('are found in their order, however the names are written', async () => {
    for (const name of ['bob', 'carol', 'eve.x']) people.add(name);
    const found = await find('@Carol', 'BOB', '＠bob', '@eve.x');
    expect(found.map(({ username }) => username)).toEqual(['carol', 'bob', 'bob', 'eve.x']);
    expect(await find()).toEqual([]);
  });

  it.each([
    ['bbo', ['bob']],
    ['bobb', ['bobby', 'bob']],
    ['carl', ['carlos', 'carol', 'karl'].slice(0, 2)],
    ['bo', ['bob', 'bobby']],
    ['xyz', []],
    ['b o b', []],
    ['', []],
  ])('of which %s is none come with the nearest that there are: %j', async (name, expected) => {
    for (const one of ['bob', 'bobby', 'carol', 'carlos', 'karl']) people.add(one);
    expect(await nearest(`@${name}`)).toEqual({ kind: 'no_such_person', name, nearest: expected });
  });

  it('are never offered when they are far away, gone, bots, or the asker', async () => {
    people.add('bob', { teams: ['far'] });
    people.add('bot1', { isBot: true });
    people.add('boa', { isDeactivated: true });
    expect(await nearest('bo')).toMatchObject({ nearest: [] });
    expect(await nearest('an')).toMatchObject({ nearest: [] });
  });

  it('are at most three', async () => {
    for (const one of ['bob1', 'bob2', 'bob3', 'bob4']) people.add(one);
    expect((await nearest('bob')).nearest).toHaveLength(3);
  });

  it('are hidden from guests unless they share a channel', async () => {
    people.add('gina', { isGuest: true, channels: ['crew'] });
    people.add('bob');
    expect(await nearest('bob', 'gina')).toEqual({ kind: 'no_such_person', name: 'bob', nearest: [] });
    expect(await nearest('anne', 'gina')).toMatchObject({ nearest: ['ann'] });
    expect(await colleagues.findPeople(userId('gina'), ['ann', 'gina'])).toHaveLength(2);
  });
});
