import type { WallClock } from '../../dates/moment-of.ts';

/** `2026-12-04 17:00`, in every language. */
export const clock = (at: WallClock): string => at.replace('T', ' ');
