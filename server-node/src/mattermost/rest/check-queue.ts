import PQueue from 'p-queue';

import { AppError } from '../../shared/app-error.ts';
import { SECOND_MS } from '../../shared/time.ts';

/** Runs a question in its turn. @throws {AppError} too_many_requests: too many wait, or its turn does not come in time */
export type InTurn = <T>(ask: () => Promise<T>) => Promise<T>;

/** Two queues, so that nobody who waits for an answer stands behind those who only listen. */
export interface CheckQueues {
  /** For a request that somebody waits for. */
  asked: InTurn;
  /** For what is pushed to browsers, which may come a little later. */
  pushed: InTurn;
}

interface Limits {
  /** Questions that Mattermost is asked at the same time. */
  atOnce: number;
  /** Questions whose turn has not come. */
  mostWaiting: number;
  /** For the turn to come. */
  patienceMs: number;
}

/** The patience ends before that of the browser, which waits for 10 s. */
const ASKED: Limits = { atOnce: 64, mostWaiting: 5_000, patienceMs: 8 * SECOND_MS };
const PUSHED: Limits = { atOnce: 32, mostWaiting: 20_000, patienceMs: 30 * SECOND_MS };
const RETRY_AFTER_MS = 5 * SECOND_MS;

/** Who asks first is served first, and a crowd costs Mattermost no more at a time than these limits. */
export const makeCheckQueues = (): CheckQueues => ({ asked: makeInTurn(ASKED), pushed: makeInTurn(PUSHED) });

export function makeInTurn({ atOnce, mostWaiting, patienceMs }: Limits): InTurn {
  const queue = new PQueue({ concurrency: atOnce });
  return async (ask) => {
    if (queue.size >= mostWaiting) throw tooMany();
    const giveUp = new AbortController();
    const timer = setTimeout(() => giveUp.abort(tooMany()), patienceMs);
    const begin = () => {
      clearTimeout(timer);
      return ask();
    };
    return queue.add(begin, { signal: giveUp.signal });
  };
}

const tooMany = (): AppError =>
  new AppError('too_many_requests', 'Too many people are asking at once. Try again in a moment.', {
    details: { retryAfterMs: RETRY_AFTER_MS },
  });
