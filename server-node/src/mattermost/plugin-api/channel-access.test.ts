import { describe, expect, it } from '@jest/globals';
import { ApiError } from 'mattermost-plugin-host';
import type { ChannelId, PostId, UserId } from '../../shared/ids.ts';
import { makeAccess, type AccessApi } from './channel-access.ts';

const ANN = 'ann'.padEnd(26, '0') as UserId;
const CHANNEL = 'town'.padEnd(26, '0') as ChannelId;
const POST = 'post'.padEnd(26, '0') as PostId;

interface Facts {
  isMember?: boolean;
  type?: 'O' | 'P' | 'D';
  mayReadPublic?: boolean;
  failure?: Error;
}

function play({ isMember = false, type = 'P', mayReadPublic = true, failure }: Facts) {
  const state = { isMember, asked: 0 };
  const api: AccessApi = {
    async HasPermissionToChannel(_user, _channel, permission) {
      state.asked += 1;
      if (failure !== undefined) throw failure;
      return permission?.Id === 'read_channel' && state.isMember;
    },
    HasPermissionToTeam: async (_user, _team, permission) =>
      permission?.Id === 'read_public_channel' && mayReadPublic,
    GetChannel: async (Id) => ({ Id, Type: type, TeamId: type === 'D' ? '' : 'team' }) as never,
    GetPost: async () => ({ ChannelId: CHANNEL, DeleteAt: 0 }) as never,
  };
  return { state, access: makeAccess(api, () => 0)(ANN) };
}

describe('who may read a channel, asked over the plugin API', () => {
  it.each<[string, boolean, Facts]>([
    ['a member of a private one', true, { isMember: true }],
    ['a stranger to a private one', false, {}],
    ['a stranger to somebody’s direct messages', false, { type: 'D' }],
    ['whoever may read the team’s public ones', true, { type: 'O' }],
    ['a guest who is not in a public one', false, { type: 'O', mayReadPublic: false }],
  ])('%s: %s', async (_who, may, facts) => {
    const { access } = play(facts);
    expect(await access.canReadChannel(CHANNEL, 'now')).toBe(may);
    expect(await access.channelOfPost(POST)).toBe(may ? CHANNEL : undefined);
  });

  it('is asked anew for what is done, and remembered for what is shown', async () => {
    const { access, state } = play({ isMember: true });
    await access.canReadChannel(CHANNEL);
    state.isMember = false;
    expect(await access.canReadChannel(CHANNEL)).toBe(true);
    expect(await access.canReadChannel(CHANNEL, 'now')).toBe(false);
  });

  it.each([
    ['does not answer', new Error('timeout')],
    ['is in trouble', new ApiError('HasPermissionToChannel', { StatusCode: 500 })],
  ])('is not guessed when Mattermost %s', async (_how, failure) => {
    const { access } = play({ failure });
    await expect(access.canReadChannel(CHANNEL)).rejects.toMatchObject({ code: 'mattermost_unavailable' });
  });

  it('asks nobody about what is no id', async () => {
    const { access, state } = play({ isMember: true });
    expect(await access.canReadChannel('../x' as ChannelId)).toBe(false);
    expect(state.asked).toBe(0);
  });
});
