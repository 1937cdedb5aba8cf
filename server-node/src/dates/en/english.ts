import type { DayFact, Found, RepeatFact } from '../facts.ts';
import type { HowToRead, Language } from '../language.ts';
import {
  hasArticle,
  hasClockParticle,
  hasParticle,
  isAskedAbout,
  isFollowedWell,
  isForbidden,
  isOfHabit,
  isMovedTo,
  isOfAnother,
  isOfSubject,
  isOver,
  isSince,
  withWordsAround,
} from './around.ts';
import { expressionAt, MAY_BEGIN, type Expression } from './expressions.ts';
import { endOfQuestion } from './questions.ts';
import { withoutListedTimes } from './listed-times.ts';
import { withPeriods } from './periods.ts';
import { withoutRemindMe } from './remind-me.ts';
import { completed } from './repeats.ts';
import { withEnd } from './ends-of-rules.ts';
import { withSpans } from './spans-of-days.ts';

/** A line that says more times than this is a list or a log, of which the first are enough. */
const MOST_EXPRESSIONS = 24;

function find(masked: string, reading: HowToRead): Found[] {
  const line = inSmallLetters(masked);
  const asked = reading.alone ? 0 : endOfQuestion(line);
  const expressions = withSpans(
    line,
    withPeriods(withExams(masked, expressionsOf(line, reading)), (one, other) => isBeside(line, one, other)),
  );
  const said = withoutListedTimes(line, withEitherDay(line, expressions)).filter(
    (one, index, all) =>
      !one.said.name && one.from >= asked && (reading.alone || isBelieved(line, one, index, all)),
  );
  const whole = withUntil(line, withDates(line, ofOneDay(said)));
  const found = whole.map((one, index) =>
    foundOf(line, one, { least: whole[index - 1]?.to ?? 0, end: endOfRun(line, whole, index) }),
  );
  const joined = withoutGaps(line, withDaysOfRules(found));
  return reading.alone ? joined : withoutRemindMe(line, joined);
}

/** As long as the line. Patterns that had to ignore case themselves would take several times as long to compile. */
const inSmallLetters = (line: string): string => line.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());

/** `SAT prep`: at the beginning of a line it is rather the exam than the day. */
const withExams = (masked: string, all: readonly Expression[]): Expression[] =>
  all.map((one) =>
    one.said.needs === 'edge' && masked.slice(one.from, one.to) === 'SAT'
      ? { ...one, said: { ...one.said, needs: 'end' } }
      : one,
  );

function expressionsOf(line: string, reading: HowToRead): Expression[] {
  const expressions: Expression[] = [];
  let at = 0;
  for (const { index } of line.matchAll(MAY_BEGIN)) {
    if (index < at) continue;
    if (expressions.length === MOST_EXPRESSIONS) break;
    const expression = expressionAt(line, index, reading);
    if (expression === undefined) continue;
    const rule = expressions.at(-1);
    const ended = rule && endedBehind(line, rule, expression, reading);
    if (ended !== undefined) expressions.splice(-1, 1, ended.rule);
    const whole = ended?.time ?? withEnd(line, expression, reading);
    expressions.push(whole);
    at = whole.to;
  }
  return expressions;
}

/** `Every day at 9pm for 5 days`: the end of the rule stands behind its time. */
function endedBehind(
  line: string,
  rule: Expression,
  time: Expression,
  reading: HowToRead,
): { rule: Expression; time: Expression } | undefined {
  if (time.said.facts.clock === undefined || !isBeside(line, rule, time)) return undefined;
  const { said, to } = withEnd(line, rule, reading, time.to);
  return to > time.to ? { rule: { ...rule, said }, time: { ...time, to } } : undefined;
}

/** The end of a day is that of the day that is said besides. */
function ofOneDay(all: readonly Expression[]): readonly Expression[] {
  const isSaid = all.some(({ said }) => said.facts.day !== undefined && !said.isOfOtherDay);
  return isSaid ? all.map((one) => (one.said.isOfOtherDay ? { ...one, said: { facts: {} } } : one)) : all;
}

/** `Tuesday the 10th`, `Fri, March 6`: the date tells the day. */
function withDates(line: string, all: readonly Expression[]): Expression[] {
  const isDateBeside = (one: Expression, other: Expression | undefined) =>
    other?.said.facts.day?.kind === 'date' && isBeside(line, one, other);
  return all.map((one, index) => {
    const { day, ...rest } = one.said.facts;
    if (day?.kind !== 'weekday' || day.week !== undefined) return one;
    const isSaidTwice = [all[index - 1], all[index + 1]].some((other) => isDateBeside(one, other));
    return isSaidTwice ? { ...one, said: { facts: rest } } : one;
  });
}

const UNTIL = /(?:^|\s)(?:until|till|til|through) {1,3}(?:\S{1,4} {1,2})?$/;
const LONGEST_UNTIL = 16;

/** The end of a rule, apart from it: `every tuesday at 6pm until June 1`. */
function withUntil(line: string, all: readonly Expression[]): Expression[] {
  const rule = all.find(({ said }) => said.facts.repeat !== undefined);
  const end = all.find(
    ({ said, from }) =>
      said.facts.day !== undefined &&
      from > (rule?.from ?? from) &&
      said.needs !== 'start' &&
      (said.needs === 'rule' || UNTIL.test(line.slice(Math.max(0, from - LONGEST_UNTIL), from))),
  );
  const repeat = rule?.said.facts.repeat;
  if (rule === undefined || repeat === undefined || repeat.until !== undefined || end === undefined)
    return [...all];
  const { day: until, ...rest } = end.said.facts;
  return all.map((one) => {
    if (one === end) return { ...end, said: { facts: rest } };
    if (one !== rule || until === undefined) return one;
    return { ...rule, said: { ...rule.said, facts: { ...rule.said.facts, repeat: { ...repeat, until } } } };
  });
}

/** Found side by side, they are one: nothing is left between them. */
function withoutGaps(line: string, found: readonly Found[]): Found[] {
  const whole: Found[] = [];
  for (const one of found) {
    const before = whole.at(-1);
    const isNext =
      before !== undefined && BLANK.test(line.slice(before.span.to, one.span.from).slice(0, LONGEST_GAP));
    if (isNext && Object.keys(before).every((name) => name === 'span' || !(name in one))) {
      whole.splice(-1, 1, { ...before, ...one, span: { from: before.span.from, to: one.span.to } });
    } else whole.push(one);
  }
  return whole;
}

const BLANK = /^[\s,]*$/;

const OR = /^ {1,3}or {1,3}(?:on {1,3})?$/;

/** `Today or tomorrow`, `monday or on tuesday`: two days, as good as each other. */
function withEitherDay(line: string, all: readonly Expression[]): Expression[] {
  const either: Expression[] = [];
  for (const one of all) {
    const before = either.at(-1);
    const [day, otherDay] = [before?.said.facts.day, one.said.facts.day];
    const isOr =
      before !== undefined && OR.test(line.slice(before.to, Math.min(one.from, before.to + LONGEST_GAP)));
    if (isOr && day !== undefined && otherDay !== undefined && before.said.otherDay === undefined) {
      either.splice(-1, 1, {
        ...one,
        from: before.from,
        said: { ...one.said, facts: { ...one.said.facts, day }, otherDay },
      });
    } else either.push(one);
  }
  return either;
}

function isBelieved(line: string, one: Expression, index: number, all: readonly Expression[]): boolean {
  const { said, from, to } = one;
  const { facts, needs } = said;
  if (
    facts.repeat === undefined
      ? isOver(line, { from, to })
      : isForbidden(line) || isOfHabit(line, { from, to }) || isAskedAbout(line, { from, to })
  )
    return false;
  const beside = [all[index - 1], all[index + 1]].some(
    (other) => other && isBeside(line, { from, to }, other),
  );
  if (needs === 'rule' || needs === 'start') return isAfterRule(all, index);
  if (needs === 'at') return hasClockParticle(line, from);
  if (isMovedTo(line, from) || isBesideMoved(line, one, all[index - 1])) return false;
  if (needs === 'company') return beside;
  if (needs === 'behind') return isBehindAnother(line, one, all[index - 1], all[index + 1]);
  if (
    facts.repeat === undefined &&
    !isAfterRule(all, index) &&
    isOfAnother(line, from, facts.clock !== undefined || said.isSpan === true)
  )
    return (
      beside &&
      needs !== 'hour' &&
      facts.day === undefined &&
      !isSinceAnother(line, all[index + 1]?.from ?? to, all[index])
    );
  if (isSinceAnother(line, from, all[index - 1]) || isOfDayOfAnother(line, one, all[index - 1])) return false;
  if (facts.after === undefined && facts.repeat === undefined && hasArticle(line, from)) return false;
  const isFollowed = isFollowedWell(line, to);
  if (needs === 'hour') return hasClockParticle(line, from) && (beside || isFollowed);
  if (!beside && facts.day?.kind === 'weekday' && isOfSubject(line, { from, to })) return false;
  if (needs === undefined || beside) return true;
  if (needs === 'last') return isFollowed;
  if (needs === 'edge' && line.slice(0, from).trim() === '') return true;
  return needs === 'end' || needs === 'edge'
    ? isFollowed || hasParticle(line, from)
    : isFollowed && hasParticle(line, from);
}

/** `Move standup to 10am starting monday`: since when a plan is so that is spoken of. */
const isSinceAnother = (line: string, from: number, before: Expression | undefined): boolean =>
  before !== undefined &&
  before.said.facts.repeat === undefined &&
  isSince(line, from) &&
  isOfAnother(line, before.from, before.said.facts.clock !== undefined);

const isBesideMoved = (line: string, one: Expression, before: Expression | undefined): boolean =>
  before !== undefined && isBeside(line, one, before) && isMovedTo(line, before.from);

/** `Deploy freeze from friday 18:00`: the time belongs to a day that is spoken of. */
const isOfDayOfAnother = (line: string, { from, to, said }: Expression, before: Expression | undefined) =>
  before?.said.facts.day !== undefined &&
  said.facts.clock !== undefined &&
  said.facts.day === undefined &&
  isBeside(line, { from, to }, before) &&
  isOfAnother(line, before.from, false);

/** `Every day from monday`: the day is where the rule begins. */
const isAfterRule = (all: readonly Expression[], index: number): boolean =>
  all.slice(0, index).some(({ said }) => said.facts.repeat !== undefined);

const GAP = /^[\s,]{0,3}(?:(?:at|on|by|from|in|@|the|and|-|–) {0,2}){0,2}$/;
const LONGEST_GAP = 12;

function isBeside(line: string, one: { from: number; to: number }, other: Expression): boolean {
  if (other.said.name) return false;
  const [end, begin] = other.from < one.from ? [other.to, one.from] : [one.to, other.from];
  return begin - end <= LONGEST_GAP && GAP.test(line.slice(end, begin));
}

/** `Friday night`, `evening 7pm`. */
const isBehindAnother = (
  line: string,
  one: Expression,
  before: Expression | undefined,
  next: Expression | undefined,
): boolean =>
  (before !== undefined && isBeside(line, one, before)) ||
  (next?.said.facts.clock !== undefined && isBeside(line, one, next));

/** Where the last of those ends that follow one another: what stands behind it tells whether a noun goes on. */
function endOfRun(line: string, all: readonly Expression[], index: number): number {
  const [one, next] = [all[index], all[index + 1]];
  if (one === undefined) return line.length;
  return next !== undefined && isBeside(line, one, next) ? endOfRun(line, all, index + 1) : one.to;
}

function foundOf(
  line: string,
  { said, ...span }: Expression,
  { least, end }: { least: number; end: number },
): Found {
  const { otherDay, facts } = said;
  return { ...facts, ...(otherDay && { otherDay }), span: withWordsAround(line, span, least, end) };
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
