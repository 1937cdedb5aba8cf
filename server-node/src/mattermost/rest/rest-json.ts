import { z } from 'zod';

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

/**
 * Calls, and takes the answer for what Mattermost's own types say of it; whoever needs certainty parses it.
 * @throws {RestError} `not_mattermost` as {@link callJson}
 */
export async function anyJson<T>(call: RestCall, request: RestRequest): Promise<T> {
  return (await callJson(call, request, jsonOfAnyKind)) as T;
}

const jsonOfAnyKind = z.union([z.looseObject({}), z.array(z.unknown())]);
