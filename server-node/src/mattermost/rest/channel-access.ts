import { createHash } from 'node:crypto';

import { z } from 'zod';

import type { ChannelAccess } from '../../callers/ports.ts';
import { isMattermostId, type ChannelId, type PostId } from '../../shared/ids.ts';
import { SECOND_MS, type Clock } from '../../shared/time.ts';
import type { RestCall } from './rest-call.ts';
import { RestError } from './rest-error.ts';
import { callJson } from './rest-json.ts';
import { makeShortMemory } from '../../shared/short-memory.ts';

const KEEP_MS = 30 * SECOND_MS;
/** Short: somebody who has just been invited should not wait. */
const KEEP_REFUSAL_MS = 3 * SECOND_MS;
const MAX_ANSWERS = 20_000;

const postSchema = z.object({ channel_id: z.string().refine(isMattermostId) });

export type ChannelAccessOf = (token: string) => ChannelAccess;

/**
 * What a session may read, in Mattermost's own judgement: each question is asked with that session.
 * (`GET /channels/{id}` and not the membership: public channels can be read without being a member.)
 *
 * @throws {RestError} from its methods; the caller says what it means
 */
export function makeChannelAccess(call: RestCall, now: Clock): ChannelAccessOf {
  const readable = makeShortMemory<boolean>({
    now,
    keepMs: (may) => (may ? KEEP_MS : KEEP_REFUSAL_MS),
    maxEntries: MAX_ANSWERS,
  });
  return (token) => ({
    canReadChannel: async (id: ChannelId, freshness = 'recent') =>
      isMattermostId(id) &&
      readable[freshness === 'now' ? 'renew' : 'recall'](keyOf(token, id), () => askChannel(call, token, id)),
    channelOfPost: async (id: PostId) => (isMattermostId(id) ? askPost(call, token, id) : undefined),
  });
}

function keyOf(token: string, id: ChannelId): string {
  return createHash('sha256').update(`${token} ${id}`).digest('base64');
}

async function askChannel(call: RestCall, token: string, id: ChannelId): Promise<boolean> {
  const answer = await unlessHidden(call({ method: 'GET', path: `/api/v4/channels/${id}`, token }));
  return answer !== undefined;
}

async function askPost(call: RestCall, token: string, id: PostId): Promise<ChannelId | undefined> {
  const request = { method: 'GET', path: `/api/v4/posts/${id}`, token };
  const post = await unlessHidden(callJson(call, request, postSchema));
  return post?.channel_id as ChannelId | undefined;
}

/** @returns undefined when there is no such thing for this session */
async function unlessHidden<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof RestError && error.id !== 'not_mattermost' && [403, 404].includes(error.status)) {
      return undefined;
    }
    throw error;
  }
}
