import { refusedCommand } from '../../program/refused.ts';
import { AppError } from '../../shared/app-error.ts';
import { channelList, personList, SHARED_LIST, type ListId } from '../../todos/list.ts';
import type { ReplyTarget } from '../../replies/reply.ts';
import type { HttpDeps } from '../http-deps.ts';
import type { WebhookPayload } from './webhook-payload.ts';

type Choice = Pick<HttpDeps, 'settings' | 'isGuest'>;

/**
 * The list that a webhook works on. Whoever posted in a channel may read it, and one's own list is one's own; only
 * the shared list has to be asked for.
 *
 * @throws {AppError} list_forbidden, mattermost_unavailable
 */
export async function webhookList({ settings, isGuest }: Choice, hook: WebhookPayload): Promise<ListId> {
  switch (settings.webhookList) {
    case 'channel':
      return channelList(hook.channel_id);
    case 'person':
      return personList(hook.user_id);
    case 'shared':
      if (await isGuest(hook.user_id)) {
        throw new AppError('list_forbidden', 'The shared list is not for guests.', {
          details: refusedCommand({ kind: 'no_guests' }),
        });
      }
      return SHARED_LIST;
  }
}

/** A person's own list is answered privately, any other in the thread. */
export function webhookReplyTarget(
  { settings }: Pick<Choice, 'settings'>,
  hook: WebhookPayload,
): ReplyTarget {
  if (settings.webhookList === 'person') return { kind: 'direct', userId: hook.user_id };
  return { kind: 'thread', channelId: hook.channel_id, triggerPostId: hook.post_id };
}
