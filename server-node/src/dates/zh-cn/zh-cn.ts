import type { DayFact, Found, Span } from '../facts.ts';
import type { HowToRead, Language } from '../language.ts';
import { listedTimes } from '../several-times.ts';
import { ruleEnded, withUntil } from './ends-of-rules.ts';
import { isQuestion } from './questions.ts';
import { expressionsAt, MAY_BEGIN, rowBehind, rowOf, type Expression, type Row } from './row.ts';
import { isOfAnother, withWordsAround } from './words-around.ts';
import { simplified } from './words.ts';

/** A line that says more times than this is a list or a log, of which the first are enough. */
const MOST_FOUND = 12;

/** In a text they name what is over; where a date is expected, they are meant. */
const DAYS_OVER: Readonly<Record<string, number>> = { 昨天: -1, 昨日: -1, 前天: -2, 大前天: -3 };

function find(masked: string, { alone }: HowToRead): Found[] {
  const line = simplified(masked);
  const over = alone ? DAYS_OVER[line.trim()] : undefined;
  if (over !== undefined) return [{ day: { kind: 'in', days: over }, span: { from: 0, to: line.length } }];
  if (!alone && isQuestion(line)) return [];
  const found: Found[] = [];
  let [at, ended] = [0, 0];
  for (const { index } of line.matchAll(MAY_BEGIN)) {
    if (index < at || found.length === MOST_FOUND) continue;
    const expressions = expressionsAt(line, index);
    const [first] = expressions;
    if (first === undefined) continue;
    const next = first.said.past ? undefined : foundIn(line, expressions, { found, alone });
    if (next !== undefined) found.push(startingAt(ended, next));
    ended = next?.span.to ?? ended;
    at = next?.span.to ?? endOf(line, expressions, first);
  }
  return withEither(line, alone ? found : withoutListedTimes(line, found));
}

const OR = /^ ?(?:或者?|或是|还是) ?$/;

/** 周五或周六: two days, as good as each other. */
function withEither(line: string, all: readonly Found[]): Found[] {
  const either: Found[] = [];
  for (const one of all) {
    const before = either.at(-1);
    const [day, otherDay] = [before?.day, one.day];
    const isOr = before !== undefined && OR.test(line.slice(before.span.to, one.span.from));
    if (isOr && day !== undefined && otherDay !== undefined && before.otherDay === undefined)
      either.splice(-1, 1, {
        ...before,
        ...one,
        day,
        otherDay: inSameWeek(day, otherDay),
        span: { from: before.span.from, to: one.span.to },
      });
    else either.push(one);
  }
  return either;
}

/** Of 下周五或周六 both are of the next week. */
const inSameWeek = (day: DayFact, other: DayFact): DayFact =>
  day.kind === 'weekday' && day.week !== undefined && other.kind === 'weekday' && other.week === undefined
    ? { ...other, week: day.week }
    : other;

const AND = /^ ?(?:[,、;&/+]|和|及|与|或|以及|还有|,? ?再) ?$/;

function withoutListedTimes(line: string, found: readonly Found[]): Found[] {
  const listed = listedTimes(line, found, {
    and: AND,
    isTime: ({ clock, part }) => (clock ?? part) !== undefined,
    spanOf: ({ span }) => span,
  });
  return found.filter((one) => !listed.has(one));
}

/** What is of something else is passed over as a whole. */
function endOf(line: string, expressions: readonly Expression[], { said, from, to }: Expression): number {
  const end = expressions.at(-1)?.to ?? to;
  return said.past || isOfAnother(line, { from, to: end }) ? end : to;
}

interface SoFar {
  found: Found[];
  alone: boolean;
}

function foundIn(
  line: string,
  expressions: readonly Expression[],
  { found, alone }: SoFar,
): Found | undefined {
  const row = rowOf(line, expressions);
  const rule = found.find(({ repeat }) => repeat !== undefined);
  const end = rule && ruleEnded(line, expressions, row, rule);
  if (rule !== undefined && end !== undefined) {
    found[found.indexOf(rule)] = end.rule;
    return { span: end.span };
  }
  if (row === undefined || (!alone && isOfAnother(line, row))) return undefined;
  const whole = withUntil(line, withEnd(line, row));
  return { ...whole.facts, span: withWordsAround(line, whole) };
}

const startingAt = (at: number, { span, ...facts }: Found): Found => ({
  ...facts,
  span: { from: Math.max(span.from, at), to: span.to } satisfies Span,
});

const RANGE = / ?(?:[-~—–]|到|至) ?/y;

/** The end of a span of time is taken with its beginning, which is what counts: 三点到五点, 7月1日-7月5日. */
function withEnd(line: string, row: Row): Row {
  const end = rowBehind(line, row.to, RANGE);
  if (end === undefined || end.said.repeat !== undefined) return row;
  const kind = (['clock', 'of', 'day'] as const).find((name) => row.said[name] !== undefined);
  return kind !== undefined && end.said[kind] !== undefined ? { ...row, to: end.to } : row;
}

export const CHINESE: Language = {
  find,
  filler: /[在于到的前]|之前|以前|改到|改成|提醒我/,
  none: /无|没有|取消|不要|不设|清除|清空|去掉/,
};
