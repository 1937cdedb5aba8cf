import type { DayFact, Found, RepeatFact } from '../facts.ts';
import type { HowToRead, Language } from '../language.ts';
import {
  hasArticle,
  hasClockParticle,
  hasParticle,
  isFollowedWell,
  isOfAnother,
  withWordsAround,
} from './around.ts';
import { expressionAt, MAY_BEGIN, type Expression } from './expressions.ts';
import { completed } from './repeats.ts';
import { withEnd } from './ends-of-rules.ts';

/** A line that says more times than this is a list or a log, of which the first are enough. */
const MOST_EXPRESSIONS = 24;

function find(line: string, reading: HowToRead): Found[] {
  const said = expressionsOf(line, reading).filter(
    (one, index, all) => !one.said.name && (reading.alone || isBelieved(line, one, index, all)),
  );
  const found = ofOneDay(said).map((one, index) => foundOf(line, one, said[index - 1]?.to ?? 0));
  return withDaysOfRules(found);
}

function expressionsOf(line: string, reading: HowToRead): Expression[] {
  const expressions: Expression[] = [];
  let at = 0;
  for (const { index } of line.matchAll(MAY_BEGIN)) {
    if (index < at) continue;
    if (expressions.length === MOST_EXPRESSIONS) break;
    const expression = expressionAt(line, index, reading);
    if (expression === undefined) continue;
    const whole = withEnd(line, expression, reading);
    expressions.push(whole);
    at = whole.to;
  }
  return expressions;
}

/** The end of a day is that of the day that is said besides. */
function ofOneDay(all: readonly Expression[]): readonly Expression[] {
  const isSaid = all.some(({ said }) => said.facts.day !== undefined && !said.isOfOtherDay);
  return isSaid ? all.map((one) => (one.said.isOfOtherDay ? { ...one, said: { facts: {} } } : one)) : all;
}

function isBelieved(
  line: string,
  { said, from, to }: Expression,
  index: number,
  all: readonly Expression[],
): boolean {
  const { facts, needs } = said;
  const beside = [all[index - 1], all[index + 1]].some(
    (other) => other && isBeside(line, { from, to }, other),
  );
  if (needs === 'company') return beside;
  if (
    facts.repeat === undefined &&
    !isAfterRule(all, index) &&
    isOfAnother(line, from, facts.clock !== undefined)
  )
    return beside && facts.day === undefined;
  if (facts.after === undefined && facts.repeat === undefined && hasArticle(line, from)) return false;
  const isFollowed = isFollowedWell(line, to);
  if (needs === 'hour') return hasClockParticle(line, from) && (beside || isFollowed);
  if (needs === undefined || beside) return true;
  return needs === 'end' ? isFollowed || hasParticle(line, from) : isFollowed && hasParticle(line, from);
}

/** `Every day from monday`: the day is where the rule begins. */
const isAfterRule = (all: readonly Expression[], index: number): boolean =>
  all.slice(0, index).some(({ said }) => said.facts.repeat !== undefined);

const GAP = /^[\s,]{0,3}(?:(?:at|on|by|from|in|@|the|and|-|–) {0,2}){0,2}$/i;
const LONGEST_GAP = 12;

function isBeside(line: string, one: { from: number; to: number }, other: Expression): boolean {
  if (other.said.name) return false;
  const [end, begin] = other.from < one.from ? [other.to, one.from] : [one.to, other.from];
  return begin - end <= LONGEST_GAP && GAP.test(line.slice(end, begin));
}

function foundOf(line: string, { said, ...span }: Expression, least: number): Found {
  const { otherDay, facts } = said;
  return { ...facts, ...(otherDay && { otherDay }), span: withWordsAround(line, span, least) };
}

/** A day that its rule lacks becomes part of the rule: `every week at 5pm on friday`. */
function withDaysOfRules(found: readonly Found[]): Found[] {
  const rule = found.find(({ repeat }) => repeat !== undefined);
  const whole = new Map<Found, Found>();
  for (const one of found) {
    const repeat: RepeatFact | undefined = rule?.repeat && one.day && completed(rule.repeat, one.day);
    if (rule === undefined || repeat === undefined) continue;
    whole.set(rule, { ...rule, repeat });
    whole.set(one, withoutDay(one));
    break;
  }
  return found.map((one) => whole.get(one) ?? one);
}

function withoutDay({ day: _day, ...rest }: Found & { day?: DayFact }): Found {
  return rest;
}

export const ENGLISH: Language = {
  find,
  filler:
    /on|at|by|the|for|to|until|in|due|from|(?:move|moved|postpone|change)(?: it)? to|remind me|please|(?:on|at|by) the/,
  none: /none|never|no date|no due date|nothing|clear|remove|off/,
};
