import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { TODO_STATES } from '../contract/vocabulary.ts';
import type { ChannelId, UserId } from '../shared/ids.ts';
import { channelList, personList, SHARED_LIST, type ListId } from './list.ts';
import {
  hasRights,
  may,
  relationTo,
  RELATIONS,
  RIGHTS,
  RIGHTS_OF,
  RIGHTS_OF_A_LINE,
  type ChannelState,
  type Given,
  type Person,
} from './rights.ts';

const ANN = 'ann' as UserId;
const BOB = 'bob' as UserId;
const TOWN = 'town' as ChannelId;

/** Whoever asks more than the answer needs fails. */
const ann = (known: { isGuest?: boolean; town?: ChannelState } = {}): Person => ({
  userId: ANN,
  isGuest: () => known.isGuest ?? fail('whether she is a guest'),
  stateOfChannel: async () => known.town ?? fail('what a channel is to her'),
});

function fail(what: string): never {
  throw new Error(`Nobody need ask ${what}.`);
}

describe('what a person is to a to-do', () => {
  it.each<[string, ListId, UserId, Person]>([
    ['owner', personList(ANN), ANN, ann()],
    ['owner', personList(ANN), BOB, ann()],
    ['asker', personList(BOB), ANN, ann()],
    ['stranger', personList(BOB), BOB, ann()],
    ['reader', channelList(TOWN), BOB, ann({ town: 'open' })],
    ['late_reader', channelList(TOWN), ANN, ann({ town: 'archived' })],
    ['stranger', channelList(TOWN), ANN, ann({ town: 'unreadable' })],
    ['member', SHARED_LIST, BOB, ann({ isGuest: false })],
    ['guest', SHARED_LIST, ANN, ann({ isGuest: true })],
  ])('is %s: %s, made by %s', async (relation, listId, creatorId, person) => {
    expect(await relationTo({ listId, creatorId }, person)).toBe(relation);
    const sees = relation !== 'stranger' && relation !== 'guest';
    expect(await may(person, ['see'], { listId, creatorId })).toBe(sees);
    const changes = sees && relation !== 'late_reader' && relation !== 'asker';
    expect(await may(person, RIGHTS_OF_A_LINE, { listId, creatorId })).toBe(changes);
  });

  it('is that of a stranger to a list in which nobody knows who made what', async () => {
    expect(await relationTo({ listId: personList(BOB) }, ann())).toBe('stranger');
  });

  it('is not guessed when it cannot be asked', async () => {
    await expect(may(ann(), ['see'], { listId: SHARED_LIST })).rejects.toThrow(/guest/);
  });
});

describe('the table of rights', () => {
  const inWords = (given: Given) => (typeof given === 'boolean' ? (given ? 'yes' : 'no') : given.join(', '));
  const guide = readFileSync(new URL('../../docs/use.md', import.meta.url), 'utf8');
  const [, section = ''] = guide.split('## Who may do what');
  const [head = [], , ...rows] = (/(?:^\|.*\n)+/m.exec(section)?.[0] ?? '')
    .trim()
    .split('\n')
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );

  it('is the one in the guide', () => {
    const [, ...relations] = head;
    expect(relations).toEqual(RELATIONS.map((relation) => relation.replace('_', ' ')));
    const asInCode = RIGHTS.map((right) => [
      right.replace('_', ' '),
      ...RELATIONS.map((relation) => inWords(RIGHTS_OF[relation][right])),
    ]);
    expect(rows).toEqual(asInCode);
  });

  it('gives several rights only where each is given, in the state that a to-do has', () => {
    for (const relation of RELATIONS) {
      for (const state of TODO_STATES) {
        const given = RIGHTS.filter((right) => hasRights(relation, [right], state));
        expect(given).toEqual(RIGHTS.filter((right) => isIn(RIGHTS_OF[relation][right], state)));
        expect(hasRights(relation, RIGHTS, state)).toBe(given.length === RIGHTS.length);
      }
    }
  });

  it('lets a person do in their own list what concerns those that they sent, and nobody else', () => {
    expect(RELATIONS.filter((relation) => hasRights(relation, ['take_back', 'bump']))).toEqual([
      'owner',
      'asker',
    ]);
    expect(hasRights('owner', ['take_back'], 'open')).toBe(false);
  });

  const isIn = (given: Given, state: (typeof TODO_STATES)[number]) =>
    typeof given === 'boolean' ? given : given.includes(state);
});
