import { describe, expect, it } from '@jest/globals';
import { RestError } from '../rest-error.ts';
import { publicChannels, type PublicChannelsClient } from './public-channels.ts';

const TEAM = 't'.repeat(26);
const CHANNEL = { id: 'c'.repeat(26), type: 'O', delete_at: 0, last_post_at: 20 };

function writtenIn(refusal: RestError) {
  const client = {
    getChannel: async () => Promise.reject(refusal),
    getChannels: async () => [CHANNEL],
  } as unknown as PublicChannelsClient;
  return publicChannels(client).writtenIn(TEAM, 10);
}

describe('the place of a webhook that is no channel', () => {
  it('is a team, when Mattermost says so', async () => {
    const refusal = new RestError('none', { status: 404, id: 'app.channel.get.existing.app_error' });
    expect(await writtenIn(refusal)).toEqual([CHANNEL.id]);
  });

  it('is not known, when something else says so in its place', async () => {
    const refusal = new RestError('none', { status: 404, id: 'not_mattermost' });
    await expect(writtenIn(refusal)).rejects.toBe(refusal);
  });
});
