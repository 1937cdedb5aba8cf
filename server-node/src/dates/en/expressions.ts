import type { Facts, Span } from '../facts.ts';
import type { HowToRead } from '../language.ts';
import { longestAt } from '../patterns.ts';
import { CLOCK_RULES } from './clocks.ts';
import { DATE_RULES } from './dates.ts';
import { DAY_RULES } from './days.ts';
import { NAME_RULES } from './names.ts';
import { ruleAt, type RuleSaid } from './repeats.ts';
import type { Rule, Said } from './rule.ts';
import { WHILE_RULES } from './whiles.ts';

/** One expression, and where it stands. */
export interface Expression extends Span {
  said: Said;
}

const RULES: readonly Rule[] = [...NAME_RULES, ...DAY_RULES, ...DATE_RULES, ...WHILE_RULES, ...CLOCK_RULES];

/** Where a word begins that is no part of an amount, a path or a longer word. */
export const MAY_BEGIN = /(?<![\p{L}\p{N}_/\\$€£+*=<>&^#-]|[.,:]\d{0,4}|\p{L}[.'’])[\p{L}\p{N}]/gu;

/** What takes most of the line, the name of something when two take as much. */
export function expressionAt(line: string, from: number, reading: HowToRead): Expression | undefined {
  const best = longestAt(line, from, RULES, ({ read }, { groups = {} }) => read(groups, reading));
  const repeat = ruleAt(line, from);
  if (repeat === undefined || (best !== undefined && best.to >= repeat.to)) return best;
  return { from, to: repeat.to, said: saidOf(repeat) };
}

function saidOf({ repeat, part, refused, isAdverb }: RuleSaid & { isAdverb?: true }): Said {
  const facts: Facts = {
    ...(repeat !== undefined && { repeat }),
    ...(part !== undefined && { part }),
    ...(refused !== undefined && { refused }),
  };
  return { facts, ...(isAdverb && { needs: 'end' }) };
}
