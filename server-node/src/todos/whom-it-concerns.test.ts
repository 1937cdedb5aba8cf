import { expect, it } from '@jest/globals';
import type { ChannelId, UserId } from '../shared/ids.ts';
import { channelList, personList } from './list.ts';
import { addressedTo, stepOfLine, whomItConcerns, type Concerned } from './whom-it-concerns.ts';

const [ann, bob, cid] = ['ann', 'bob', 'cid'] as UserId[] as [UserId, UserId, UserId];
const town = channelList('town' as ChannelId);
const anns: Concerned = { listId: personList(ann), creatorId: ann, assigneeId: ann };
const towns: Concerned = { listId: town, creatorId: bob, assigneeId: null };
const bobs: Concerned = { listId: personList(bob), creatorId: ann, assigneeId: bob };

it.each([
  ['a new one: its list and its creator', [{ before: undefined, after: anns }], [anns.listId], [ann]],
  ['a channel’s: nobody by name but who asked', [{ before: towns, after: towns }], [town], [bob]],
  [
    'one that was assigned to another: both assignees',
    [{ before: { ...towns, assigneeId: ann }, after: { ...towns, assigneeId: cid } }],
    [town],
    [bob, ann, cid],
  ],
  [
    'one that was sent on: both lists, who sent it and who has it',
    [{ before: anns, after: bobs }],
    [anns.listId, bobs.listId],
    [ann, bob],
  ],
  [
    'several: each list and each person once',
    [
      { before: anns, after: bobs },
      { before: towns, after: towns },
      { before: bobs, after: bobs },
    ],
    [anns.listId, bobs.listId, town],
    [ann, bob],
  ],
])('a change of %s', (_what, steps, lists, people) => {
  expect(whomItConcerns(steps)).toEqual({ lists, people });
});

it('reads from a line of the history where a to-do was and whose it was', () => {
  const sent = stepOfLine(bobs, { listId: anns.listId, assigneeId: ann });
  expect(whomItConcerns([sent])).toEqual({ lists: [anns.listId, bobs.listId], people: [ann, bob] });
  expect(whomItConcerns([stepOfLine(bobs, {})])).toEqual({ lists: [bobs.listId], people: [ann, bob] });
});

it('is told to the person whose list it is, in the channel whose list it is, and to others by name', () => {
  expect(addressedTo({ lists: [personList(ann), town], people: [ann, bob] })).toEqual([
    { to: { kind: 'person', userId: ann }, listId: personList(ann), isByName: false },
    { to: { kind: 'channel', channelId: 'town' }, listId: town, isByName: false },
    { to: { kind: 'person', userId: bob }, listId: personList(bob), isByName: true },
  ]);
});
