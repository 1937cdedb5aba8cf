import { z } from 'zod';
import type { RestCall } from '../../mattermost/rest/rest-call.ts';
import { RestError } from '../../mattermost/rest/rest-error.ts';
import { callJson } from '../../mattermost/rest/rest-json.ts';
import { DAY_MS, HOUR_MS, type EpochMs } from '../../shared/time.ts';
import { renewalOf, sayMoment, tokenRecord } from '../admin/bot-token.ts';

const madeRecord = tokenRecord.extend({ token: z.string().min(1) });

/** So that a clock ahead of Mattermost's does not ask for more than it allows. */
const MARGIN_MS = HOUR_MS;

/**
 * Without an end where Mattermost allows that. Its limit alone does not tell: before 12.0 bots are exempt from it.
 *
 * @param maximumDays what it allows at most, 0 for no limit
 */
export async function createToken(call: RestCall, botId: string, maximumDays: number, now: EpochMs) {
  const create = (more: { expires_at?: EpochMs }) => {
    const body = JSON.stringify({ description: 'to-do backend', ...more });
    return callJson(call, { method: 'POST', path: `/api/v4/users/${botId}/tokens`, body }, madeRecord);
  };
  try {
    return await create({});
  } catch (error) {
    const wantsEnd = error instanceof RestError && error.status === 400 && maximumDays > 0;
    if (!wantsEnd) throw error;
    return create({ expires_at: now + maximumDays * DAY_MS - MARGIN_MS });
  }
}

/** A step's line, as in `describeStep`. */
export const endNote = (end: EpochMs, maximumDays: number): string =>
  `note that the token ends on ${sayMoment(end)}: run setup again after ${sayMoment(renewalOf(end, maximumDays))}, when doctor will ask for it`;
