import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import type { ChannelId, UserId } from '../shared/ids.ts';
import { channelList, personList, SHARED_LIST, type ListId } from './list.ts';
import {
  hasRights,
  may,
  relationTo,
  RELATIONS,
  RIGHTS,
  RIGHTS_OF,
  type ChannelState,
  type Person,
} from './rights.ts';

const ANN = 'ann' as UserId;
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
  it.each<[string, ListId, Person]>([
    ['owner', personList(ANN), ann()],
    ['stranger', personList('bob' as UserId), ann()],
    ['reader', channelList(TOWN), ann({ town: 'open' })],
    ['late_reader', channelList(TOWN), ann({ town: 'archived' })],
    ['stranger', channelList(TOWN), ann({ town: 'unreadable' })],
    ['member', SHARED_LIST, ann({ isGuest: false })],
    ['guest', SHARED_LIST, ann({ isGuest: true })],
  ])('is %s: %s', async (relation, listId, person) => {
    expect(await relationTo({ listId }, person)).toBe(relation);
    const sees = relation !== 'stranger' && relation !== 'guest';
    expect(await may(person, ['see'], { listId })).toBe(sees);
    expect(await may(person, RIGHTS, { listId })).toBe(sees && relation !== 'late_reader');
  });

  it('is not guessed when it cannot be asked', async () => {
    await expect(may(ann(), ['see'], { listId: SHARED_LIST })).rejects.toThrow(/guest/);
  });
});

describe('the table of rights', () => {
  const yes = (is: boolean) => (is ? 'yes' : 'no');
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
    const [, ...rights] = head;
    expect(rights).toEqual(RIGHTS);
    const asInCode = RELATIONS.map((relation) => [
      relation,
      ...RIGHTS.map((right) => yes(RIGHTS_OF[relation][right])),
    ]);
    expect(
      rows.map(([who = '', ...cells]) => [who.split(/ (?!reader)|:/)[0]?.replace(' ', '_'), ...cells]),
    ).toEqual(asInCode);
  });

  it('gives several rights only where each is given', () => {
    for (const relation of RELATIONS) {
      expect(hasRights(relation, RIGHTS)).toBe(RIGHTS.every((right) => RIGHTS_OF[relation][right]));
    }
    expect(hasRights('stranger', ['see'])).toBe(false);
  });
});
