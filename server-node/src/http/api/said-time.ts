import type { z } from 'zod';
import type { NewReminder, When, Zones } from '../../todos/when.ts';
import type { addTodoBody } from './schemas.ts';

type SaidTime = Pick<
  z.output<typeof addTodoBody>,
  'due' | 'repeat' | 'repeatFrom' | 'reminders' | 'readDates'
>;

/** Whoever names a date has read the text for themselves, be it that there is none. */
export const readsDates = ({ due, repeat, readDates }: SaidTime): boolean =>
  readDates ?? (due === undefined && repeat === undefined);

/** Whether a clock is needed for a new to-do. */
export const saysTime = ({ due, repeat, reminders }: SaidTime): boolean =>
  (due ?? null) !== null || (repeat ?? null) !== null || reminders !== undefined;

/** What a body says of time, taken by these clocks. */
export function saidTime(
  { due, repeat, repeatFrom, reminders }: SaidTime,
  zones: Zones,
): { when?: When; reminders?: NewReminder[] } {
  const said = {
    ...(due !== undefined && { due }),
    ...(repeat !== undefined && { repeat }),
    ...(repeatFrom !== undefined && { repeatFrom }),
  };
  return {
    ...((due !== undefined || repeat !== undefined) && { when: { ...said, zones } }),
    ...(reminders !== undefined && {
      reminders: reminders.map((one) => ('at' in one ? { at: one.at, zones } : one)),
    }),
  };
}
