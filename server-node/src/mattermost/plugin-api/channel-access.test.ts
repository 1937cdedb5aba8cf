import { describe, expect, it } from '@jest/globals';
import { ApiError } from 'mattermost-plugin-host';
import type { ChannelId, PostId, UserId } from '../../shared/ids.ts';
import type { ChannelState } from '../../todos/rights.ts';
import { makeAccess, type AccessApi } from './channel-access.ts';

const ANN = 'ann'.padEnd(26, '0') as UserId;
const CHANNEL = 'town'.padEnd(26, '0') as ChannelId;
const POST = 'post'.padEnd(26, '0') as PostId;

interface Facts {
  isMember?: boolean;
  type?: 'O' | 'P' | 'D';
  mayReadPublic?: boolean;
  archivedAt?: number;
  failure?: Error;
}

function play({ isMember = false, type = 'P', mayReadPublic = true, archivedAt = 0, failure }: Facts) {
  const state = { isMember, asked: 0 };
  const api: AccessApi = {
    async HasPermissionToChannel(_user, _channel, permission) {
      state.asked += 1;
      if (failure !== undefined) throw failure;
      return permission?.Id === 'read_channel' && state.isMember;
    },
    HasPermissionToTeam: async (_user, _team, permission) =>
      permission?.Id === 'read_public_channel' && mayReadPublic,
    GetChannel: async (Id) =>
      ({ Id, Type: type, TeamId: type === 'D' ? '' : 'team', DeleteAt: archivedAt }) as never,
    GetPost: async () => ({ ChannelId: CHANNEL, DeleteAt: 0 }) as never,
  };
  return { state, access: makeAccess(api, () => 0)(ANN) };
}

describe('what a channel is to a person, asked over the plugin API', () => {
  it.each<[string, ChannelState, Facts]>([
    ['a member of a private one', 'open', { isMember: true }],
    ['a stranger to a private one', 'unreadable', {}],
    ['a stranger to somebody’s direct messages', 'unreadable', { type: 'D' }],
    ['whoever may read the team’s public ones', 'open', { type: 'O' }],
    ['a guest who is not in a public one', 'unreadable', { type: 'O', mayReadPublic: false }],
    ['a member of an archived one', 'archived', { isMember: true, archivedAt: 1 }],
    ['whoever may read the team’s public ones, of an archived one', 'archived', { type: 'O', archivedAt: 1 }],
    ['a stranger to an archived private one', 'unreadable', { archivedAt: 1 }],
  ])('%s: %s', async (_who, state, facts) => {
    const { access } = play(facts);
    expect(await access.stateOfChannel(CHANNEL, 'now')).toBe(state);
    expect(await access.channelOfPost(POST)).toBe(state === 'unreadable' ? undefined : CHANNEL);
  });

  it('is asked anew for what is done, and remembered for what is shown', async () => {
    const { access, state } = play({ isMember: true });
    await access.stateOfChannel(CHANNEL, 'recent');
    state.isMember = false;
    expect(await access.stateOfChannel(CHANNEL, 'recent')).toBe('open');
    expect(await access.stateOfChannel(CHANNEL, 'read')).toBe('unreadable');
    expect(await access.stateOfChannel(CHANNEL, 'now')).toBe('unreadable');
  });

  it.each([
    ['does not answer', new Error('timeout')],
    ['is in trouble', new ApiError('HasPermissionToChannel', { StatusCode: 500 })],
  ])('is not guessed when Mattermost %s', async (_how, failure) => {
    const { access } = play({ failure });
    await expect(access.stateOfChannel(CHANNEL, 'recent')).rejects.toMatchObject({
      code: 'mattermost_unavailable',
    });
  });

  it('asks nobody about what is no id', async () => {
    const { access, state } = play({ isMember: true });
    expect(await access.stateOfChannel('../x' as ChannelId, 'recent')).toBe('unreadable');
    expect(state.asked).toBe(0);
  });
});
