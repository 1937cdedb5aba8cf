import PQueue from 'p-queue';
import { AppError } from '../../shared/app-error.ts';

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
  const lists = new Map<string, PQueue>();
  let accepted = 0;
  return async (list, task) => {
    const own = lists.get(list) ?? new PQueue({ concurrency: 1 });
    if (accepted >= inAll || own.size + own.pending >= perList) throw busy();
    lists.set(list, own);
    accepted += 1;
    try {
      return await own.add(() => all.add(task));
    } finally {
      accepted -= 1;
      if (own.size + own.pending === 0) lists.delete(list);
    }
  };
}

const busy = () =>
  new AppError(
    'program_busy',
    'Too many commands are waiting for the `todo` program. Try again in a moment.',
  );
