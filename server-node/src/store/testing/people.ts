import type { ChannelId, PostId, UserId } from '../../shared/ids.ts';
import { channelList, personList } from '../../todos/list.ts';

export const ANN = 'a'.repeat(26) as UserId;
export const BOB = 'b'.repeat(26) as UserId;
export const CHANNEL = 'c'.repeat(26) as ChannelId;
export const POST = 'd'.repeat(26) as PostId;

export const ANNS = { actorId: ANN, listId: personList(ANN) };
export const TEAM = { actorId: ANN, listId: channelList(CHANNEL) };
export const TEAM_BY_BOB = { ...TEAM, actorId: BOB };
