import { ApiError } from 'mattermost-plugin-host';

import { DeliveryError } from '../../replies/ports.ts';
import { isOfArchive } from '../is-of-archive.ts';

/** The thread is in another channel; Mattermost says 500 with it, but it never passes. */
const ROOT_ELSEWHERE = 'api.post.create_post.channel_root_id.app_error';

/** What a refusal means for a reply. The reason names status and id only: other words may hold what people wrote. */
export function deliveryErrorOf(cause: unknown): DeliveryError {
  if (cause instanceof DeliveryError) return cause;
  if (!(cause instanceof ApiError)) {
    return new DeliveryError('Mattermost could not be asked', { permanent: false, cause });
  }
  const isRefused = cause.status >= 400 && cause.status < 500 && cause.status !== 403 && cause.status !== 429;
  const permanent = isRefused || cause.id === ROOT_ELSEWHERE;
  return new DeliveryError(`Mattermost answered ${cause.status} (${cause.id})`, {
    ...{ permanent, cause, isForbidden: isOfArchive(cause.id) },
  });
}
