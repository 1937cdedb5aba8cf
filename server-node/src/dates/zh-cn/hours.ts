import type { ClockFact, PartOfDay } from '../facts.ts';

/**
 * The hour that is meant in a part of day: 晚上八点 is 20, 晚上十二点 is 24, 夜里两点 is 26, both in the night that ends the
 * day; 中午一点 is 13, 凌晨十二点 is 0.
 */
function hourIn(part: PartOfDay, hour: number): number {
  if (hour > 12) return hour;
  switch (part) {
    case 'dawn':
      return hour % 12;
    case 'morning':
      return hour;
    case 'noon':
      return hour < 5 ? hour + 12 : hour;
    case 'afternoon':
      return (hour % 12) + 12;
    case 'evening':
    case 'night':
    case 'midnight':
      return hour % 12 < 5 ? (hour % 12) + 24 : hour + 12;
  }
}

/** The clock beside a part of day. Without a day the coming such hour is meant, so one of the night is just an hour. */
export function clockIn(part: PartOfDay, { hour, minute, half }: ClockFact, hasDay: boolean): ClockFact {
  const meant = half === undefined ? hourIn(part, hour) : (hour % 12) + (half === 'pm' ? 12 : 0);
  return { hour: hasDay ? meant : meant % 24, minute };
}
