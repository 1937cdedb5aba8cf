import type { z } from 'zod';

import { parseJson } from './refusal.ts';
import type { RestCall, RestRequest } from './rest-call.ts';
import { RestError } from './rest-error.ts';

/**
 * Calls and reads the part of the answer that we use.
 * @throws {RestError} `not_mattermost` when the answer is something else, for instance a proxy's page
 */
export async function callJson<T>(call: RestCall, request: RestRequest, schema: z.ZodType<T>): Promise<T> {
  const answer = await call(request);
  const parsed = schema.safeParse(parseJson(answer.body));
  if (!parsed.success) {
    const message = `${request.method} ${request.path.split('?')[0]}: ${answer.status}, but not what Mattermost answers; is MATTERMOST_URL right?`;
    throw new RestError(message, { status: answer.status, id: 'not_mattermost', cause: parsed.error });
  }
  return parsed.data;
}
