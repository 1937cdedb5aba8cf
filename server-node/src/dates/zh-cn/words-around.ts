import type { Span } from '../facts.ts';
import { endsWord } from './word-ends.ts';

/** What stands before a time and belongs to it. 在 and 于 also end other words. */
const BEFORE =
  /(?:(?:请|记得|麻烦|到时候?)?提醒(?:一下)?我?(?:一下)?|定[于在]|截止日期|截止时间|截止到?|截至|最晚|最迟|不晚于|不迟于|赶在|务必[在于]?|争取[在于]?|(?<![现存实正潜所])在|(?<![关由对至])于|时间|日期|期限|ddl|deadline|due):? ?$/i;
const LONGEST_BEFORE = 16;
const MOST_BEFORE = 3;

/** What stands behind a time and belongs to it. */
const BEHIND = /(?:之前|以前|之内|以内|前后|左右|上下|截止|截至|到期|为止|当天|那天|那日|的?时候)/y;
/** These begin other words, too: 前端, 内容, 时间. */
const SHORT_BEHIND = /[前内时]/y;
const FROM_THEN_ON = /(?:起|开始)/y;
const THEN = /的(?![士确])/y;
const REMIND_ME = /[,、: ]{0,2}(?:提醒我(?:一下)?|提醒一下我?)/y;

/** Behind 推迟到 and the like stands somebody's plan. */
const PUT_OFF = /(?:(?:推迟|延期|延迟|延后|推后|改期?|调整?|提前|推|顺延|挪|移|换|拖)[到至]|改[成为在])$/;

export const isPutOff = (line: string, from: number): boolean =>
  PUT_OFF.test(line.slice(Math.max(0, from - LONGEST_BEFORE), from));

/** The words of a time with those that belong to them: 在 … 之前, 从 … 起, 提醒我. */
export function withWordsAround(line: string, { from, to }: Span): Span {
  const behind = endBehind(line, from, to);
  const then = endAt(THEN, line, behind);
  return { from: beginBefore(line, from, behind), to: endAt(REMIND_ME, line, then) };
}

function endBehind(line: string, from: number, to: number): number {
  const long = endAt(BEHIND, line, to);
  if (long > to) return long;
  const short = endAt(SHORT_BEHIND, line, to);
  if (short > to && endsWord(line, from, short)) return short;
  return isFrom(line, from) ? endAt(FROM_THEN_ON, line, to) : to;
}

const isFrom = (line: string, from: number): boolean => from > 0 && '从自'.includes(line.charAt(from - 1));

function beginBefore(line: string, from: number, to: number): number {
  if (isFrom(line, from) && /起|开始/.test(line.slice(from, to))) return from - 1;
  let begin = line.charAt(to - 1) === '前' && line.charAt(from - 1) === '到' ? from - 1 : from;
  for (let count = 0; count < MOST_BEFORE; count += 1) {
    const before = line.slice(Math.max(0, begin - LONGEST_BEFORE), begin);
    begin -= BEFORE.exec(before)?.[0].length ?? 0;
  }
  return begin;
}

function endAt(pattern: RegExp, line: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(line) ? pattern.lastIndex : at;
}
