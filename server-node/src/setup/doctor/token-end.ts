import { callJson } from '../../mattermost/rest/rest-json.ts';
import { endOfToken, isEnding, renewalOf, sayMoment, tokenById } from '../admin/bot-token.ts';
import { configRecord, type UserRecord } from '../admin/site-records.ts';
import type { DoctorContext } from './doctor-context.ts';
import { fault, ok, type Finding } from './finding.ts';

const RENEW =
  'run setup again: it makes a new token and writes it to the settings; then restart the backend.';

/** A token that works, and how long it does; only an administrator is told that. */
export async function tokenFinding(
  { admin, botTokenId, now }: DoctorContext,
  me: UserRecord,
): Promise<Finding> {
  const whose = `MATTERMOST_BOT_TOKEN_TODO is a token of @${me.username}`;
  if (admin === undefined || !me.is_bot) return ok('token', `${whose}.`);
  const end = await endOfToken(admin.call, me.id, botTokenId, now());
  if (end === 0) return ok('token', `${whose}.`);
  const config = await callJson(admin.call, { method: 'GET', path: '/api/v4/config' }, configRecord);
  const days = config.ServiceSettings.MaximumPersonalAccessTokenLifetimeDays;
  if (isEnding(end, days, now())) return fault('token', `${whose}, and ends on ${sayMoment(end)}.`, RENEW);
  const from = sayMoment(renewalOf(end, days));
  return ok('token', `${whose}. It ends on ${sayMoment(end)}; setup makes a new one from ${from} on.`);
}

/** In the middle of a sentence. */
export async function whyRefused({ admin, botTokenId, now }: DoctorContext): Promise<string> {
  if (admin === undefined || botTokenId === '') return 'it was revoked, or has ended, or the bot is disabled';
  const token = await tokenById(admin.call, botTokenId);
  if (token === undefined) return 'it was revoked, or was cleared away after its end';
  if (token.expires_at !== 0 && token.expires_at <= now())
    return `it ended on ${sayMoment(token.expires_at)}`;
  return token.is_active
    ? 'the bot is disabled, or the token is another than setup has written'
    : 'it was disabled';
}
