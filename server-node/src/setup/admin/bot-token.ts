import { z } from 'zod';
import type { RestCall } from '../../mattermost/rest/rest-call.ts';
import { DAY_MS, type EpochMs } from '../../shared/time.ts';
import { readIfThere, readPages } from './read-pages.ts';

/** The line of the settings that says which of the bot's tokens theirs is; the token itself is not shown twice. */
export const TOKEN_ID = 'MATTERMOST_BOT_TOKEN_ID_TODO';

/** `expires_at` is 0 for a token that never ends, and missing where Mattermost has no such end yet. */
export const tokenRecord = z.object({
  id: z.string(),
  user_id: z.string(),
  is_active: z.boolean().default(true),
  expires_at: z.number().default(0),
});
export type TokenRecord = z.output<typeof tokenRecord>;

const ID = /^[a-z0-9]{26}$/;

/** @returns undefined for an id that is none, and for a token that was revoked, or cleared away after its end */
export async function tokenById(admin: RestCall, id: string): Promise<TokenRecord | undefined> {
  return ID.test(id) ? readIfThere(admin, `/api/v4/users/tokens/${id}`, tokenRecord) : undefined;
}

/**
 * When the token that works ends. An id that cannot be its own, since that token ended or is of somebody else, is not
 * believed: then it is the one of the bot that lasts longest, as nobody can say which it is.
 *
 * @returns 0 for never
 */
export async function endOfToken(admin: RestCall, botId: string, id: string, now: EpochMs): Promise<EpochMs> {
  const works = (one: TokenRecord) => one.is_active && (one.expires_at === 0 || one.expires_at > now);
  const own = await tokenById(admin, id);
  if (own?.user_id === botId && works(own)) return own.expires_at;
  const all = await readPages(admin, `/api/v4/users/${botId}/tokens`, tokenRecord);
  const ends = all.filter(works).map(({ expires_at: end }) => end);
  return ends.includes(0) ? 0 : Math.max(0, ...ends);
}

const RENEWED_BEFORE_DAYS = 14;

/**
 * From this moment on setup makes a new token, and doctor asks for one.
 *
 * @param maximumDays what Mattermost allows a token at most, 0 for no limit: one of a few days is kept for half of them
 */
export function renewalOf(end: EpochMs, maximumDays: number): EpochMs {
  const days = maximumDays > 0 ? Math.min(RENEWED_BEFORE_DAYS, maximumDays / 2) : RENEWED_BEFORE_DAYS;
  return end - days * DAY_MS;
}

export const isEnding = (end: EpochMs, maximumDays: number, now: EpochMs): boolean =>
  end !== 0 && now >= renewalOf(end, maximumDays);

/** To the minute: `2026-12-05 14:00 UTC`. */
export const sayMoment = (at: EpochMs): string =>
  `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
