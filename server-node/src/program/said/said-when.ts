import type { WallClock } from '../../dates/moment-of.ts';
import { readMoment } from '../../dates/read-moment.ts';
import type { UserId } from '../../shared/ids.ts';
import type { Schedule } from '../../todos/when.ts';
import { wrongDate, type ReadDeps } from './read-text.ts';

/** Words that are a date and nothing else, as after `due 3`. */
export interface SaidWhen {
  /** `null`: that there shall be none. */
  schedule: (Schedule & { due: WallClock }) | null;
  /** Other readings that are as good; the latest of all is taken. */
  others: readonly WallClock[];
}

/** @throws {AppError} invalid_input when they are none; mattermost_unavailable when nobody knows by whose clock */
export type ReadWords = (personId: UserId, words: string) => Promise<SaidWhen>;

export function makeReadWords({ clockOf, now }: ReadDeps): ReadWords {
  return async (personId, words) => {
    const read = readMoment(words, { ...(await clockOf(personId)), now: now() });
    if ('none' in read) return { schedule: null, others: [] };
    if ('refused' in read) throw wrongDate({ wrong: read.refused, words: read.words });
    const { due, repeat, repeatFrom, readings = [] } = read;
    return {
      schedule: { due, ...(repeat === null ? {} : { repeat, repeatFrom }) },
      others: readings.map((one) => one.due).filter((one) => one !== due),
    };
  };
}
