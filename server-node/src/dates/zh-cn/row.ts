import type { Facts, Span } from '../facts.ts';
import { endAt, longestAt } from '../patterns.ts';
import { CLOCK_RULES } from './clocks.ts';
import { DATE_RULES } from './dates.ts';
import { DAY_RULES } from './days.ts';
import { factsOf } from './facts-of.ts';
import { joined } from './joined.ts';
import { NAME_RULES } from './names.ts';
import { REPEAT_RULES } from './repeats.ts';
import type { Rule, Said } from './rule.ts';
import { WHILE_RULES } from './whiles.ts';
import { AHEAD, endsWord } from './word-ends.ts';
import { isTimeThere } from './is-time-there.ts';

/** One expression, and where it stands. */
export interface Expression extends Span {
  said: Said;
}

/** Expressions side by side that say one time: 下周五的下午三点. */
export interface Row extends Span {
  said: Said;
  facts: Facts;
}

const ALL_RULES = [NAME_RULES, DAY_RULES, DATE_RULES, WHILE_RULES, CLOCK_RULES, REPEAT_RULES];
const RULES_OF = new Map<string, Rule[]>();
for (const { begin, rules } of ALL_RULES)
  for (const sign of begin) RULES_OF.set(sign, [...(RULES_OF.get(sign) ?? []), ...rules]);

/** Where an expression may begin. */
export const MAY_BEGIN = new RegExp(`[${[...RULES_OF.keys()].join('')}]`, 'gi');

/** Between the expressions of a row. */
const BETWEEN = /(?: ?(?:的|[,、:和及与~]|起,?|开始,?)? ?\(?)/y;
const CLOSING = /\)/y;
const MOST_EXPRESSIONS = 8;

export function expressionsAt(line: string, from: number): Expression[] {
  const row: Expression[] = [];
  let said: Said | undefined = {};
  for (let at = from; row.length < MOST_EXPRESSIONS;) {
    const next = expressionAt(line, at);
    if (next === undefined) break;
    said = row.length === 0 ? next.said : joined(said, next.said);
    if (said === undefined) break;
    row.push(next);
    at = endAt(BETWEEN, line, next.to);
  }
  return row;
}

/** The time said from `from` on; undefined when what looks so says none, as 周日 in 周日语课. */
export function rowOf(line: string, expressions: readonly Expression[]): Row | undefined {
  for (let length = expressions.length; length > 0; length -= 1) {
    const row = wholeRow(line, expressions.slice(0, length));
    if (row !== undefined) return row;
  }
  return undefined;
}

function wholeRow(line: string, expressions: readonly Expression[]): Row | undefined {
  const [first, last] = [expressions.at(0), expressions.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const { from } = first;
  const said = expressions.slice(1).reduce<Said>((all, next) => joined(all, next.said) ?? all, first.said);
  const facts = said.past || said.name ? undefined : factsOf(said);
  if (facts === undefined || !isTimeThere(line, expressions, said)) return undefined;
  if (last.said.endsWord && !endsWord(line, last.from, last.to)) return undefined;
  return { from, to: closed(line, from, last.to), said, facts };
}

/** With the bracket that was opened within it. */
const closed = (line: string, from: number, to: number): number =>
  line.slice(from, to).includes('(') ? endAt(CLOSING, line, to) : to;

function expressionAt(line: string, from: number): Expression | undefined {
  const rules = RULES_OF.get(line.charAt(from).toUpperCase()) ?? [];
  return longestAt(line, from, rules, ({ read }, { groups = {} }, to) =>
    read(groups, line.slice(to, to + AHEAD)),
  );
}

/** What is said behind a sign, as behind the 到 of a span. */
export function rowBehind(line: string, at: number, sign: RegExp): Row | undefined {
  const from = endAt(sign, line, at);
  return from === at ? undefined : rowOf(line, expressionsAt(line, from));
}
