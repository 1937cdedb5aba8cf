import { rule, type Rule } from '../scan.ts';
import type { Groups } from '../patterns.ts';
import { NUMBER, numberOf } from './numerals.ts';

const MINUTES_AN_HOUR = 60;
/** 29時 is five o'clock in the night that ends the day. */
const LAST_HOUR = 29;

const COUNT = `(?<count>${NUMBER}) ?`;
const countOf = (groups: Groups = {}): number => numberOf(groups['count'] ?? '');

/** Where a date is expected and nothing else: 14 is an hour, 2時間 and 2週間 a while from now. */
export const ALONE_RULES: readonly Rule[] = [
  rule('^(?<count>\\d{1,2})$', ({ groups }) => {
    const hour = countOf(groups);
    if (hour > LAST_HOUR) return undefined;
    return { clock: { hour, minute: 0, ...(hour >= 1 && hour <= 12 && { open: true as const }) } };
  }),
  rule(`^${COUNT}(?:分間?|m|min)$`, ({ groups }) => ({ after: { minutes: countOf(groups) } })),
  rule(`^${COUNT}(?:時間|h)$`, ({ groups }) => ({ after: { minutes: countOf(groups) * MINUTES_AN_HOUR } })),
  rule(`^${COUNT}(?:日間|d)$`, ({ groups }) => ({ day: { kind: 'in', days: countOf(groups) } })),
  rule(`^${COUNT}(?:週間?|w)$`, ({ groups }) => ({ day: { kind: 'in', weeks: countOf(groups) } })),
  rule(`^${COUNT}[かヶヵカ]月間?$`, ({ groups }) => ({ day: { kind: 'in', months: countOf(groups) } })),
];
