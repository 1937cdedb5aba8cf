import { z } from 'zod';
import type { RestCall } from '../../mattermost/rest/rest-call.ts';
import { callJson } from '../../mattermost/rest/rest-json.ts';
import { channelRecord, teamRecord, type ChannelRecord, type TeamRecord } from '../admin/site-records.ts';

/** The teams that the bot is in. */
export const teamsOfBot = (bot: RestCall): Promise<TeamRecord[]> =>
  callJson(bot, { method: 'GET', path: '/api/v4/users/me/teams' }, z.array(teamRecord));

/** The channel that everybody in a team is in. */
export const townSquareOf = (bot: RestCall, { id }: TeamRecord): Promise<ChannelRecord> =>
  callJson(bot, { method: 'GET', path: `/api/v4/teams/${id}/channels/name/town-square` }, channelRecord);
