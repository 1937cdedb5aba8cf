import type { ClockFact, Facts, PartOfDay } from '../facts.ts';

/** Minutes after the midnight that begins a day; 1440 and more are in the night that ends it. */
export type MinutesOfDay = number;

/** The hours that stand for a part of day without a clock time. Shown in the help. */
const HOUR_OF_PART: Readonly<Record<PartOfDay, number>> = {
  dawn: 6,
  morning: 9,
  noon: 12,
  afternoon: 15,
  evening: 19,
  night: 21,
  midnight: 24,
};

/** @returns undefined when no time is said, so that a day is meant */
export function clockOf({ clock, part }: Facts): MinutesOfDay | undefined {
  if (clock === undefined) return part === undefined ? undefined : HOUR_OF_PART[part] * 60;
  return hourOf(clock, part) * 60 + clock.minute;
}

/** The first hour of the afternoon that an hour alone may mean: 3 is 15:00, while 7 is 7:00. 12 is noon. */
const EARLIEST_ALONE = 7;

function hourOf({ hour, half, open }: ClockFact, part: PartOfDay | undefined): number {
  if (half !== undefined) return (hour % 12) + (half === 'pm' ? 12 : 0);
  if (part !== undefined && hour <= 12) return hourInPart(hour, part);
  return open === true && hour < EARLIEST_ALONE ? hour + 12 : hour;
}

function hourInPart(hour: number, part: PartOfDay): number {
  switch (part) {
    case 'dawn':
    case 'morning':
      return hour % 12;
    case 'noon':
      return hour < 5 ? hour + 12 : hour;
    case 'afternoon':
      return (hour % 12) + 12;
    case 'evening':
      return hour === 12 || hour === 0 ? 24 : hour + 12;
    case 'night':
    case 'midnight':
      return hour % 12 < 5 ? (hour % 12) + 24 : hour + 12;
  }
}
