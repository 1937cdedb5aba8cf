import type { z } from 'zod';
import type { NewReminder, When, Zones } from '../../todos/when.ts';
import type { addTodoBody } from './schemas.ts';

/** What a body says of time, taken by these clocks. */
export function saidTime(
  {
    due,
    repeat,
    repeatFrom,
    reminders,
  }: Pick<z.output<typeof addTodoBody>, 'due' | 'repeat' | 'repeatFrom' | 'reminders'>,
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
