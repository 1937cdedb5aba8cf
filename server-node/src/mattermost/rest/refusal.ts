import { z } from 'zod';

import type { DirectAnswer } from './direct-transport.ts';
import { RestError } from './rest-error.ts';

/** Mattermost's own error body. */
const appErrorSchema = z.object({ id: z.string(), message: z.string().default('') });

/** The error for an answer that is not 2xx, whoever gave it: Mattermost, its rate limiter, or a proxy before it. */
export function refusalOf(what: string, answer: DirectAnswer, retryAfterMs?: number): RestError {
  const { status } = answer;
  if (retryAfterMs !== undefined) {
    const message = `${what}: too many calls, wait ${retryAfterMs} ms`;
    return new RestError(message, { status, id: 'rate_limited', retryAfterMs });
  }
  if (status >= 300 && status < 400) {
    const message = `${what}: redirected to ${target(answer)}; redirects are not followed, set MATTERMOST_URL to the final address`;
    return new RestError(message, { status, id: 'redirected' });
  }
  const body = appErrorSchema.safeParse(parseJson(answer.body));
  return body.success
    ? new RestError(`${what}: ${status} ${body.data.message} (${body.data.id})`, { status, id: body.data.id })
    : new RestError(`${what}: ${status}, and not in Mattermost's form`, { status, id: 'not_mattermost' });
}

/** @returns undefined for what is no JSON */
export function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}

/** Only the origin: the rest of a redirect may hold secrets. */
function target(answer: DirectAnswer): string {
  const location = answer.headers['location']?.[0];
  return location !== undefined && URL.canParse(location) ? new URL(location).origin : 'another path';
}
