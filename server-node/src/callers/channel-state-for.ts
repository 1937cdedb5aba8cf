import type { ChannelId, UserId } from '../shared/ids.ts';
import type { ChannelState } from '../todos/rights.ts';

/**
 * What a channel is to a person who is not calling, as Mattermost says at this moment. In the sidecar it is the bot that
 * asks: a private channel that it is not in is unreadable to everybody.
 *
 * @throws {AppError} mattermost_unavailable
 */
export type ChannelStateFor = (personId: UserId, channelId: ChannelId) => Promise<ChannelState>;
