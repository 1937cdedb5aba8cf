import { dayAt, plusDays, wallClockAt } from '../calendar/wall-clock.ts';
import { sayWall, type DueManner } from './say-due.ts';

/** "Today, 15:02", "Yesterday, 17:00", else weekday and date; the year only when it is another one. */
export function sayMoment(at: number, manner: DueManner): string {
  const wall = wallClockAt(at, manner.zone);
  const day = wall.slice(0, 10);
  const today = dayAt(manner.now, manner.zone);
  const isRecent = day === today || day === plusDays(today, -1);
  return sayWall(isRecent ? wall : day, manner);
}
