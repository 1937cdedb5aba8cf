import { DeliveryError, type Outbox, type ReplyPoster } from '../replies/ports.ts';
import type { Reply, ReplyId } from '../replies/reply.ts';
import { doublingMs } from '../shared/doubling-ms.ts';
import type { PostId } from '../shared/ids.ts';
import type { Logger } from '../shared/logger.ts';
import { DAY_MS, MINUTE_MS, SECOND_MS, type Clock } from '../shared/time.ts';

export interface DeliverReplyDeps {
  outbox: Pick<Outbox, 'sent' | 'retry' | 'drop'>;
  poster: ReplyPoster;
  now: Clock;
  logger: Logger;
  /** 0 to 1. */
  random?: () => number;
}

/** By which name the leases are held. */
interface Held {
  holder: string;
}

/** After that an answer helps nobody. */
const GIVE_UP_AFTER_MS = DAY_MS;
const FIRST_RETRY_MS = SECOND_MS;
const LAST_RETRY_MS = MINUTE_MS;

/** One try of one reply, and the note of it in the outbox. */
export function makeDeliverReply(deps: DeliverReplyDeps & Held) {
  const { outbox, poster, now, logger, random = Math.random, holder } = deps;
  /** Posted, but the outbox could not be told: must not be posted again. */
  const posted = new Map<ReplyId, PostId | null>();

  async function postOnce(reply: Reply, isOurs: () => boolean): Promise<void> {
    const known = posted.get(reply.id);
    const postId = known === undefined ? await poster.post(reply, isOurs) : known;
    posted.set(reply.id, postId);
    await outbox.sent(reply.id, postId, now());
    posted.delete(reply.id);
  }

  async function fail(reply: Reply, error: DeliveryError): Promise<void> {
    const fields = { replyId: reply.id, target: reply.target.kind, attempts: reply.attempts + 1, err: error };
    if (error.permanent || now() - reply.createdAt > GIVE_UP_AFTER_MS) {
      logger.error(fields, 'a reply could not be delivered and is given up');
      return outbox.drop(reply.id, now(), error.message);
    }
    const waitMs = error.retryAfterMs ?? backoffMs(reply.attempts, random());
    logger.warn({ ...fields, waitMs }, 'a reply was not accepted and will be tried again');
    return outbox.retry(reply.id, now() + waitMs, error.message, holder);
  }

  /**
   * @param isOurs false when others may take the reply for free
   * @returns how long no reply at all should be sent; 0: go on
   * @throws what the outbox throws; the reply is then offered again when its lease stands still
   */
  return async (reply: Reply, isOurs: () => boolean): Promise<number> => {
    try {
      await postOnce(reply, isOurs);
      return 0;
    } catch (error) {
      if (!(error instanceof DeliveryError)) {
        throw error;
      }
      await fail(reply, error);
      return error.pausesAll ? (error.retryAfterMs ?? FIRST_RETRY_MS) : 0;
    }
  };
}

/** Doubles with each try up to a minute; the jitter takes away at most half. */
function backoffMs(attempts: number, jitter: number): number {
  const wholeMs = doublingMs(attempts, FIRST_RETRY_MS, LAST_RETRY_MS);
  return Math.round(wholeMs * (1 - jitter / 2));
}
