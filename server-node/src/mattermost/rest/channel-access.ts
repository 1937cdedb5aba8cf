import { z } from 'zod';

import type { ChannelAccess, Freshness } from '../../callers/ports.ts';
import type { ChannelState } from '../../todos/rights.ts';
import { isMattermostId, type ChannelId, type PostId, type UserId } from '../../shared/ids.ts';
import { SECOND_MS, type Clock } from '../../shared/time.ts';
import type { CheckQueues } from './check-queue.ts';
import type { RestCall } from './rest-call.ts';
import { RestError, unlessHidden } from './rest-error.ts';
import { callJson } from './rest-json.ts';
import { makeShortMemory } from '../../shared/short-memory.ts';

const KEEP_MS = 30 * SECOND_MS;
/** Short: somebody who has just been invited should not wait. */
const KEEP_REFUSAL_MS = 3 * SECOND_MS;
const MAX_ANSWERS = 20_000;

const channelSchema = z.object({ delete_at: z.number().default(0) });
const postSchema = z.object({ channel_id: z.string().refine(isMattermostId) });

export type ChannelAccessOf = (token: string, userId: UserId) => ChannelAccess;

/**
 * What a person may read, in Mattermost's own judgement: each question is asked with the person's own session.
 * (`GET /channels/{id}` and not the membership: public channels can be read without being a member.) The answer is
 * good for all sessions of the person, so that ten windows cost one question.
 *
 * @throws {RestError} from its methods; the caller says what it means
 */
export function makeChannelAccess(call: RestCall, now: Clock, queues: CheckQueues): ChannelAccessOf {
  const states = makeShortMemory<ChannelState>({
    now,
    keepMs: (state) => (state === 'unreadable' ? KEEP_REFUSAL_MS : KEEP_MS),
    maxEntries: MAX_ANSWERS,
  });
  const pushed = makeShortMemory<ChannelState>({ now, keepMs: () => 0, maxEntries: 0 });
  const answers: Record<Freshness, (key: string, ask: Ask) => Promise<ChannelState>> = {
    now: (key, ask) => states.renew(key, () => queues.asked(ask)),
    read: (key, ask) => states.recall(key, () => queues.asked(ask)),
    recent: (key, ask) => states.recall(key, () => queues.asked(ask)),
    // Known or asked in a queue of their own, in which nobody else's question waits.
    pushed: async (key, ask) =>
      states.known(key) ?? pushed.renew(key, () => queues.pushed(() => states.recall(key, ask))),
  };
  return (token, userId) => ({
    stateOfChannel: async (id: ChannelId, freshness: Freshness) =>
      isMattermostId(id)
        ? unlessOtherSessionEnded(
            (ask) => answers[freshness](`${userId} ${id}`, ask),
            () => askState(call, token, id),
          )
        : 'unreadable',
    channelOfPost: async (id: PostId) => (isMattermostId(id) ? askPost(call, token, id) : undefined),
  });
}

type Ask = () => Promise<ChannelState>;

/** Questions are shared among a person's sessions. When the one that asked has ended, the others ask for themselves. */
async function unlessOtherSessionEnded(
  share: (ask: Ask) => Promise<ChannelState>,
  ask: Ask,
): Promise<ChannelState> {
  let isOwn = false;
  const own = () => {
    isOwn = true;
    return ask();
  };
  try {
    return await share(own);
  } catch (error) {
    if (isOwn || !(error instanceof RestError) || error.status !== 401) throw error;
    return share(own);
  }
}

async function askState(call: RestCall, token: string, id: ChannelId): Promise<ChannelState> {
  const request = { method: 'GET', path: `/api/v4/channels/${id}`, token };
  const channel = await unlessHidden(callJson(call, request, channelSchema));
  if (channel === undefined) return 'unreadable';
  return channel.delete_at > 0 ? 'archived' : 'open';
}

async function askPost(call: RestCall, token: string, id: PostId): Promise<ChannelId | undefined> {
  const request = { method: 'GET', path: `/api/v4/posts/${id}`, token };
  const post = await unlessHidden(callJson(call, request, postSchema));
  return post?.channel_id as ChannelId | undefined;
}
