import PQueue from 'p-queue';
import { AppError } from '../../shared/app-error.ts';
import { makeQueueOfEach } from '../../shared/queue-of-each.ts';

export interface RunQueueLimits {
  /** Children at once, over all lists. */
  parallel: number;
  /** Commands of one list that may wait or run. */
  perList: number;
  /** Commands of all lists that may wait or run. */
  inAll: number;
}

export type RunQueue = <T>(list: string, task: () => Promise<T>) => Promise<T>;

/**
 * One at a time for each list, in the order of arrival: such programs lose to-dos when two of them write at once.
 *
 * @throws {AppError} program_busy when a limit is reached
 */
export function makeRunQueue({ parallel, perList, inAll }: RunQueueLimits): RunQueue {
  const all = new PQueue({ concurrency: parallel });
  const queueOf = makeQueueOfEach<string>(1);
  let accepted = 0;
  return async (list, task) => {
    if (accepted >= inAll) throw busy();
    const own = queueOf(list);
    if (own.size + own.pending >= perList) throw busy();
    accepted += 1;
    try {
      return await own.add(() => all.add(task));
    } finally {
      accepted -= 1;
    }
  };
}

const busy = () =>
  new AppError(
    'program_busy',
    'Too many commands are waiting for the `todo` program. Try again in a moment.',
  );
