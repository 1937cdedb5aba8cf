import { WEEKDAYS, type WeekdayName } from '../contract/vocabulary.ts';

/** How often an overview comes, as it can be chosen by one press. */
export const DIGEST_PACES = ['daily', 'weekdays', 'weekly', 'off'] as const;
export type Pace = (typeof DIGEST_PACES)[number];

export const PACES: Readonly<Record<Pace, readonly WeekdayName[]>> = {
  daily: WEEKDAYS,
  weekdays: WEEKDAYS.slice(0, 5),
  weekly: ['MO'],
  off: [],
};
