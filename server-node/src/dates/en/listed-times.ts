import { listedTimes } from '../several-times.ts';
import { hasClockParticle, isFollowedWell } from './around.ts';
import type { Expression } from './expressions.ts';

const AND = /^ {0,3}(?:,|;|&|\+|\/|,? {0,2}(?:and|or|and again|then)(?= )) {0,3}(?:(?:at|@) {0,2})?$/;

/** Passed over as a whole, as the name of something is. */
export function withoutListedTimes(line: string, all: readonly Expression[]): Expression[] {
  const isTime = ({ said, from, to }: Expression): boolean =>
    said.facts.clock !== undefined &&
    said.facts.day === undefined &&
    (said.needs !== 'hour' || hasClockParticle(line, from) || isFollowedWell(line, to));
  const listed = listedTimes(line, all, { and: AND, isTime, spanOf: (one) => one });
  return all.map((one) => (listed.has(one) ? { ...one, said: { facts: {}, name: true } } : one));
}
