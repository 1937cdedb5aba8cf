import { afterEach, beforeEach, expect, it } from '@jest/globals';
import type { Post } from 'mattermost-plugin-host';
import { until } from '../store/testing/until.ts';
import { channelId, postId, userId } from '../testing/people.ts';
import { openManagedBackend, type ManagedBackend } from './testing/open-managed-backend.ts';
import { BOT } from './testing/played-api.ts';

const TOWN = channelId('town');

let backend: ManagedBackend;
beforeEach(async () => {
  backend = await openManagedBackend();
  backend.people.add('ann', { channels: ['town'] });
});
afterEach(() => backend.close());

async function typed(Command: string): Promise<string | undefined> {
  const command = { UserId: userId('ann'), ChannelId: TOWN, RootId: '', Command, TriggerId: '' };
  const { A } = await backend.mattermost.hook('ExecuteCommand', { RequestId: Command }, command);
  return (A as { Text?: string } | undefined)?.Text ?? backend.played.shown.at(-1)?.post.Message;
}

const written = (Id: string, more: Partial<Post>) =>
  backend.mattermost.hook('MessageHasBeenPosted', {}, {
    ...{ Id: postId(Id), ChannelId: TOWN, UserId: userId('ann'), CreateAt: Date.now(), Type: '' },
    ...more,
  } as Post);

const calls = (name: string) => backend.mattermost.apiCalls.filter(({ method }) => method === name);
const list = () => backend.played.posts.find(({ ChannelId }) => ChannelId === TOWN)?.Message;

it('has the bot enter the channel, where it then hears its name', async () => {
  expect(await typed('/todo here post')).toMatch(/^The list is posted, and I keep it up to date\.\n/);
  expect(calls('AddChannelMember')).toHaveLength(1);
  backend.people.post('asked', 'town', 'ann', '@todo Buy milk');
  await written('asked', { Message: '@todo Buy milk' });
  await until(() => backend.played.reactions.length > 0);
  await typed('/todo here post');
  expect(calls('AddChannelMember')).toHaveLength(1);
});

it('goes on when its channel is unarchived', async () => {
  await typed('/todo here post');
  await typed('/todo here Buy bread');
  backend.people.archive('town');
  await until(() => calls('UpdatePost').length > 0);
  backend.people.unarchive('town');
  await written('restored', { Type: 'system_channel_restored', Message: 'ann unarchived the channel.' });
  await until(() => list()?.includes('Buy bread') === true);
  expect(
    backend.played.posts.filter(({ UserId, ChannelId }) => UserId === BOT && ChannelId === TOWN),
  ).toHaveLength(1);
});
