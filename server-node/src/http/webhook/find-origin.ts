import type { WrittenPost } from '../../callers/written-post.ts';
import { inTime } from '../../shared/in-time.ts';
import { retry } from '../../shared/retry.ts';
import { AppError } from '../../shared/app-error.ts';
import { isMattermostAway } from '../../shared/mattermost-away.ts';
import { SECOND_MS } from '../../shared/time.ts';
import type { HttpDeps } from '../http-deps.ts';
import type { WebhookPayload } from './webhook-payload.ts';

/** Below the 30 s that Mattermost waits; it tells of a message once. */
const PATIENCE_MS = 22 * SECOND_MS;

type OriginDeps = Pick<HttpDeps, 'findPost' | 'now' | 'logger'>;

/**
 * The message that a delivery tells of, as Mattermost has it. A delivery carries nothing signed, and its token can be
 * read by others: so it counts only for what this person did write in this channel.
 *
 * @throws {AppError} forbidden, mattermost_unavailable
 */
export async function findOrigin(deps: OriginDeps, hook: WebhookPayload): Promise<WrittenPost> {
  const post = await withinPatience(throughSilence(deps, hook));
  const refusal = refusalOf(post, hook);
  if (post !== undefined && refusal === undefined) return post;
  const facts = { postId: hook.post_id, channelId: hook.channel_id, reason: refusal };
  deps.logger.warn(facts, 'A delivery of an outgoing webhook was refused.');
  throw new AppError('forbidden', `The delivery was refused: ${refusal}.`);
}

function refusalOf(post: WrittenPost | undefined, hook: WebhookPayload): string | undefined {
  if (post === undefined) return 'its message does not exist, or the bot may not read it: is it in the team?';
  if (post.channelId !== hook.channel_id) return 'its message was written in another channel';
  return post.userId === hook.user_id ? undefined : 'its message was written by somebody else';
}

/** Asks again while Mattermost cannot be asked. */
const throughSilence = ({ findPost, now }: OriginDeps, { post_id }: WebhookPayload) =>
  retry({ patienceMs: PATIENCE_MS, now, mayPass: isMattermostAway }, () => findPost(post_id));

/** A Mattermost that takes the question and never answers is not waited for either. */
function withinPatience<T>(asked: Promise<T>): Promise<T> {
  return inTime(asked, PATIENCE_MS, () => {
    throw new AppError('mattermost_unavailable', 'Mattermost did not answer in time.');
  });
}
