import { expect, it } from '@jest/globals';
import { channelId, userId } from '../testing/people.ts';
import { channelList, personList } from '../todos/list.ts';
import { placeOf } from './place-of.ts';

const ANN = userId('ann');
const TOWN = channelId('town');

it.each([
  ['here Buy bread', 'Buy bread'],
  ['Here', ''],
  ['here  done 3', 'done 3'],
])('%j works on the list of the channel: %j', (line, rest) => {
  expect(placeOf({ userId: ANN, line, channelId: TOWN })).toEqual({
    listId: channelList(TOWN),
    line: rest,
    lead: '/todo here ',
    isHere: true,
  });
});

it.each(['Buy bread here', 'here is the plan', 'Here comes the rain', 'heres', 'add here and there'])(
  '%j is for the own list',
  (line) => {
    expect(placeOf({ userId: ANN, line, channelId: TOWN })).toMatchObject({ listId: personList(ANN), line });
  },
);

it('knows no channel where nothing proves that the person is in it', () => {
  expect(placeOf({ userId: ANN, line: 'here done 3' })).toMatchObject({
    listId: personList(ANN),
    line: 'here done 3',
  });
});
