import { beforeEach, expect, it } from '@jest/globals';
import { AppError } from '../shared/app-error.ts';
import type { ChannelId } from '../shared/ids.ts';
import { HOUR_MS } from '../shared/time.ts';
import { channelId, makePeople, TEAM } from '../testing/people.ts';
import { catchUpChannels } from './catch-up-channels.ts';
import type { PostToBot } from './direct-message.ts';

const NOW = 1_800_000_000_000;
let people: ReturnType<typeof makePeople>;
let answered: string[];
let unreadable: string | undefined;

beforeEach(() => {
  [people, answered, unreadable] = [makePeople(), [], undefined];
});

const write = (name: string, channel: string, text: string, agoMs: number) =>
  people.post(name, channel, 'ann', text, { writtenAt: NOW - agoMs });

const inPublic = (id: string): PostToBot[] =>
  people.writtenIn(id).map(({ id: postId, userId, text, writtenAt }) => ({
    ...{ postId, channelId: id as ChannelId, userId, text, writtenAt },
    ...{ rootId: '', type: '', props: {}, editedAt: 0 },
  }));

const catchUp = (places: string[], notBefore = 0) =>
  catchUpChannels(
    {
      channels: {
        async writtenIn(place) {
          if (place === unreadable) throw new Error('403');
          return place === TEAM ? [channelId('town'), channelId('square')] : [place as ChannelId];
        },
        postsSince: async (id) => inPublic(id),
      },
      findPost: people.findPost,
      answer: async ({ text, isOfProgram }) => {
        if (isOfProgram) throw new AppError('forbidden', 'A bot wrote it.');
        answered.push(text);
      },
      triggerWords: ['todo'],
    },
    { places: new Set(places), since: Math.max(NOW - HOUR_MS, notBefore) },
  );

it('carries out what was written in the last hour, oldest first, and only what a webhook would have told of', async () => {
  write('b', 'town', 'todo second', 10);
  write('a', 'square', 'Todo first', 20);
  write('c', 'town', 'nothing for the bot', 9);
  write('d', 'town', 'todos are great', 8);
  write('e', 'town', 'todo: of no webhook with the first word', 7);
  write('f', 'town', 'todo of long ago', HOUR_MS + 1);
  people.post('g', 'town', 'ann', 'todo of a bot', { writtenAt: NOW - 5, isOfProgram: true });
  write('h', 'elsewhere', 'todo of a channel without a webhook', 4);
  await catchUp([TEAM]);
  expect(answered).toEqual(['Todo first', 'todo second']);
});

it('leaves what was written before the database was made', async () => {
  write('a', 'town', 'todo old', 20);
  write('b', 'town', 'todo new', 10);
  await catchUp([channelId('town')], NOW - 15);
  expect(answered).toEqual(['todo new']);
});

it('goes on where one channel cannot be read, and fails in the end', async () => {
  write('a', 'town', 'todo read', 20);
  unreadable = channelId('closed');
  await expect(catchUp([unreadable, channelId('town')])).rejects.toThrow('403');
  expect(answered).toEqual(['todo read']);
});
