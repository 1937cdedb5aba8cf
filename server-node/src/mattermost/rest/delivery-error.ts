import { DeliveryError } from '../../replies/ports.ts';
import { MINUTE_MS, SECOND_MS } from '../../shared/time.ts';
import { isOfArchive } from '../is-of-archive.ts';
import { RestError, isPassing } from './rest-error.ts';

/** Until somebody has invited the bot, or made its token good again. */
const PERSON_NEEDED_MS = 5 * MINUTE_MS;
const TOKEN_REFUSED_MS = MINUTE_MS;
const SAME_POST_UNDERWAY_MS = 2 * SECOND_MS;

/** The thread is in another channel; Mattermost may say 500 with it, but it never passes. */
const ROOT_ELSEWHERE = 'api.post.create_post.channel_root_id.app_error';

/** What a refusal means for a reply. The reason names status and id only: other words may hold what people wrote. */
export function deliveryErrorOf(cause: unknown): DeliveryError {
  if (cause instanceof DeliveryError) {
    return cause;
  }
  if (!(cause instanceof RestError)) {
    return new DeliveryError('unexpected fault, see the log', { permanent: false, cause });
  }
  if (cause.retryAfterMs !== undefined) {
    const retryAfterMs = cause.retryAfterMs;
    return new DeliveryError('too many calls (429)', {
      permanent: false,
      retryAfterMs,
      pausesAll: true,
      cause,
    });
  }
  return new DeliveryError(reasonOf(cause), { ...consequenceOf(cause), cause });
}

function reasonOf({ status, id, message }: RestError): string {
  return status === 0 ? message : `Mattermost answered ${status} (${id})${ADVICE[status] ?? ''}`;
}

const ADVICE: Record<number, string> = {
  401: '; MATTERMOST_BOT_TOKEN_TODO is refused: is the bot enabled, and the token its own?',
  403: '; the bot may not post there: add it to the team and the channel',
};

function consequenceOf(error: RestError) {
  if (error.id === 'api.post.deduplicate_create_post.pending') {
    return { permanent: false, retryAfterMs: SAME_POST_UNDERWAY_MS };
  }
  if (error.status === 401) {
    return { permanent: false, retryAfterMs: TOKEN_REFUSED_MS, pausesAll: true };
  }
  if (error.status === 403) {
    return { permanent: false, retryAfterMs: PERSON_NEEDED_MS, isForbidden: true };
  }
  return {
    permanent: !isPassing(error) || error.id === ROOT_ELSEWHERE,
    isForbidden: isOfArchive(error.id),
  };
}
