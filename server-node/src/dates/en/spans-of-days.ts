import type { Expression } from './expressions.ts';
import { WEEKDAY } from './words.ts';

const TO = new RegExp(
  `^ {0,3}(?:-|–|—|to|until|till|til|through|thru) {0,3}(?:the {1,3})?(?:${WEEKDAY},? {1,3})?$`,
);
const AND = /^ {0,3}and {1,3}(?:the {1,3})?$/;
const BETWEEN = /(?<!\p{L})between {1,3}(?:the {1,3})?$/u;
const LONGEST_BETWEEN = 16;
const LONGEST_TO = 16;
/** What is moved from one day to another is due on neither. */
const MOVED =
  /(?<![\p{L}])(?:mov|reschedul|postpon|push|shift|chang|delay|defer|bump)\p{L}{0,3} [^.!?\n]{0,60}$/u;
const LONGEST_MOVED = 80;

/** Of a span of days the beginning counts, and its end goes with it: `from dec 24 to jan 2`, `9 Aug - 20 Aug`. */
export function withSpans(line: string, all: readonly Expression[]): Expression[] {
  const whole: Expression[] = [];
  for (const one of withWeekdays(line, all)) {
    const begin = whole.at(-1);
    const from = begin && beginOfSpan(line, begin, one);
    if (begin !== undefined && from !== undefined)
      whole.splice(-1, 1, { from, to: one.to, said: { ...begin.said, isSpan: true } });
    else whole.push(one);
  }
  return whole;
}

const BESIDE = /^,? {0,3}(?:the {1,3})?$/;

/** `Fri 24th`: the date tells the day. */
function withWeekdays(line: string, all: readonly Expression[]): Expression[] {
  const whole: Expression[] = [];
  for (const one of all) {
    const before = whole.at(-1);
    const day = before?.said.facts.day;
    const isDated =
      day?.kind === 'weekday' &&
      day.week === undefined &&
      day.others === undefined &&
      before?.said.name === undefined &&
      one.said.facts.day?.kind === 'date' &&
      one.said.otherDay === undefined &&
      BESIDE.test(line.slice(before?.to, Math.min(one.from, (before?.to ?? 0) + LONGEST_TO)));
    if (before !== undefined && isDated)
      whole.splice(-1, 1, { from: before.from, to: one.to, said: { facts: one.said.facts } });
    else whole.push(one);
  }
  return whole;
}

/** Where a span begins of which `end` may be the end; `between` belongs to it. */
function beginOfSpan(line: string, begin: Expression, end: Expression): number | undefined {
  const areDates = [begin, end].every(({ said }) => said.facts.day?.kind === 'date' && !said.isSpan);
  const gap = line.slice(begin.to, Math.min(end.from, begin.to + LONGEST_TO));
  if (!areDates || MOVED.test(line.slice(Math.max(0, begin.from - LONGEST_MOVED), begin.from)))
    return undefined;
  if (TO.test(gap)) return begin.from;
  const between = BETWEEN.exec(line.slice(Math.max(0, begin.from - LONGEST_BETWEEN), begin.from))?.[0];
  return between !== undefined && AND.test(gap) ? begin.from - between.length : undefined;
}
