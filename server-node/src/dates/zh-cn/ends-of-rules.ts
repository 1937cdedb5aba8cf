import type { DayFact, Found, Span } from '../facts.ts';
import { endAt } from '../patterns.ts';
import { factsOf } from './facts-of.ts';
import { rowBehind, type Expression, type Row } from './row.ts';

const UNTIL = /,? ?(?:一?直到|持续到|截至|截止到?)/y;
const TO = /,? ?[到至]/y;
const ENDS = /(?:为止|止|结束)/y;
const BEFORE = /(?:一?直到|持续到|截至|截止到?|到|至)$/;
const LONGEST_BEFORE = 4;

/** A rule with its last day, where that stands right behind it: 每天，直到12月31日. */
export function withUntil(line: string, row: Row): Row {
  const { repeat } = row.facts;
  if (repeat === undefined) return row;
  const end = rowBehind(line, row.to, UNTIL) ?? rowBehind(line, row.to, TO);
  const until = end && dayOf(end);
  if (end === undefined || until === undefined) return row;
  const to = endAt(ENDS, line, end.to);
  const isSaid = to > end.to || endAt(UNTIL, line, row.to) > row.to;
  return isSaid ? { ...row, to, facts: { ...row.facts, repeat: { ...repeat, until } } } : row;
}

/** The end of a rule that stands further on: 每天吃药到3月20日为止, 每天吃药，共7次. */
export function ruleEnded(
  line: string,
  [first]: readonly Expression[],
  row: Row | undefined,
  rule: Found,
): { rule: Found; span: Span } | undefined {
  const { repeat } = rule;
  if (first === undefined || repeat === undefined || first.from < rule.span.to) return undefined;
  const { times } = first.said;
  if (times !== undefined) return { rule: { ...rule, repeat: { ...repeat, times } }, span: spanOf(first) };
  const until = row && dayOf(row);
  const before = BEFORE.exec(line.slice(Math.max(0, first.from - LONGEST_BEFORE), first.from))?.[0];
  if (row === undefined || until === undefined || before === undefined) return undefined;
  const span = { from: row.from - before.length, to: endAt(ENDS, line, row.to) };
  return { rule: { ...rule, repeat: { ...repeat, until } }, span };
}

const spanOf = ({ from, to }: Span): Span => ({ from, to });
const dayOf = ({ said }: Row): DayFact | undefined => factsOf(said)?.day;
