import { MINUTES_AN_HOUR } from '../../shared/time.ts';
import { rule, type Rule } from '../scan.ts';
import type { Groups } from '../patterns.ts';
import { hourAlone } from './clocks.ts';
import { NUMBER, numberOf } from './numerals.ts';

const COUNT = `(?<count>${NUMBER}) ?`;
const countOf = (groups: Groups = {}): number => numberOf(groups['count'] ?? '');

/** Where a date is expected and nothing else: 14 is an hour, 2時間 and 2週間 a while from now, and 昨日 a day. */
export const ALONE_RULES: readonly Rule[] = [
  rule('^(?<count>\\d{1,2})$', ({ groups }) => hourAlone(countOf(groups))),
  rule(`^${COUNT}(?:分間?|m|min)$`, ({ groups }) => ({ after: { minutes: countOf(groups) } })),
  rule(`^${COUNT}(?:時間|h)$`, ({ groups }) => ({ after: { minutes: countOf(groups) * MINUTES_AN_HOUR } })),
  rule(`^${COUNT}(?:日間|d)$`, ({ groups }) => ({ day: { kind: 'in', days: countOf(groups) } })),
  rule(`^${COUNT}(?:週間?|w)$`, ({ groups }) => ({ day: { kind: 'in', weeks: countOf(groups) } })),
  rule(`^${COUNT}[かヶヵカ]月間?$`, ({ groups }) => ({ day: { kind: 'in', months: countOf(groups) } })),
  rule('^(?:昨日|きのう)$', () => ({ day: { kind: 'in', days: -1 } })),
  rule('^(?:一昨日|おととい)$', () => ({ day: { kind: 'in', days: -2 } })),
];
