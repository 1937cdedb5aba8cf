import type { RestCall } from '../../mattermost/rest/rest-call.ts';
import { callJson } from '../../mattermost/rest/rest-json.ts';
import { readIfThere } from '../admin/read-pages.ts';
import { botRecord, userRecord } from '../admin/site-records.ts';

/** Who makes the webhooks that setup makes: the administrator, and the owner of the bot. */
export async function makersOf(admin: RestCall, bot: RestCall | undefined): Promise<string[]> {
  const me = { method: 'GET', path: '/api/v4/users/me' };
  const { id } = await callJson(admin, me, userRecord);
  if (bot === undefined) return [id];
  const path = `/api/v4/bots/${(await callJson(bot, me, userRecord)).id}?include_deleted=true`;
  // There is none when the token is a person's, which is a fault of its own.
  const owner = (await readIfThere(admin, path, botRecord))?.owner_id;
  return owner === undefined ? [id] : [id, owner];
}
