import type { Span } from '../facts.ts';
import { endAt } from '../patterns.ts';
import { NUMBER } from './numerals.ts';
import { AHEAD, endsWord } from './word-ends.ts';

/** What stands before a time and belongs to it. 在 and 于 also end other words. */
const BEFORE =
  /(?:(?:请|记得|麻烦|到时候?)?提醒(?:一下)?我?(?:一下)?|定[于在]|截止日期|截止时间|截止到?|截至|最晚|最迟|最晚不超过|不晚于|不迟于|不超过|(?<!追)赶在?|务必[在于]?|争取[在于]?|(?<![现存实正潜所])在|(?<![关由对至])于|时间|日期|期限|(?:截止日期|截止时间|期限|(?<![a-z])(?:ddl|deadline))[是为]|(?<![a-z])(?:ddl|deadline|due|by|before)):? ?$/i;
const LONGEST_BEFORE = 16;
const MOST_BEFORE = 3;

/** What stands behind a time and belongs to it. */
const BEHIND =
  / ?(?:之前|以前|之内|以内|之间|之后|以后|前后|左右|上下|截止|截至|到期|为止|当天|那天|那日|那一?周|当周|的?时候)/y;
/** These begin other words, too: 前端, 内容, 时间. */
const SHORT_BEHIND = / ?[前内时后起]/y;
const FROM_THEN_ON = /(?:起|开始)/y;
const THEN = /的(?![士确])/y;
const REMIND_ME = /[,、: ]{0,2}(?:提醒我(?:一下)?|提醒一下我?)/y;

/** Behind 推迟到 stands somebody's plan, and behind 工作到 the end of something. */
const UP_TO = /(?:[\p{Script=Han}\w][到至]|改[成为在])$/u;
const UP_TO_BEFORE = /(?:截止到|等到|直到)$/;
const AS_A_LIMIT = /^(?:[之以]?前|为止)/;
/** 国庆节前一周 is a week before, which is not reckoned. */
const SO_LONG_BEFORE = new RegExp(`^[之以]?前${NUMBER}(?:天|日|周|个|年)`);

/** 年底了, 周五了: how late it is. */
const STATE = /^(?:了(?!解)|有效|无理由|除外|[之以]外)|^的?(?:日志|报错|故障|告警|异常)/;

/** 周五的会改到下周一: the day of a plan that is moved. */
const MOVED = /^的?[^,。;!?\d]{1,8}(?:改|推迟|延迟|延期|顺延|提前|挪|调整?|换)(?:到|至|成|为)/;
const LONGEST_MOVED = 16;

/** 把明天的会取消: what is handled has the time in its name. */
const OF_AN_OBJECT = /(?:把|(?:请|要|需|先|再)将)$/;

/** 查今天的日志: what is looked at is of that day. */
const OF_A_VERB = /(?:^|[\s,、。;:]|[请帮先再去要])[查看找拉导]$/;
/** 修复凌晨任务失败的问题: what went wrong then. */
const LOOKED_INTO = /(?:修复|排查|复现|定位|调查)$/;
/** 晚上打不开后台: what goes wrong then. */
const COMPLAINT =
  /^(?:开始|起)?[^,。;]{0,3}报\d{3}|^(?:就|突然|又)?(?:挂[了掉]|崩|宕机|断网|掉线|瘫痪)|^\p{Script=Han}?(?:不[开了上出动起]|报错|崩溃|异常|超时|卡[住死顿])/u;

/** Whether something else is said than when this to-do is due. */
export function isOfAnother(line: string, { from, to }: Span): boolean {
  const [before, behind] = [line.slice(Math.max(0, from - LONGEST_BEFORE), from), line.slice(to, to + AHEAD)];
  if (STATE.test(behind) || MOVED.test(line.slice(to, to + LONGEST_MOVED))) return true;
  if (SO_LONG_BEFORE.test(behind) || OF_AN_OBJECT.test(before) || COMPLAINT.test(behind)) return true;
  if ((OF_A_VERB.test(before) && behind.startsWith('的')) || LOOKED_INTO.test(before)) return true;
  return UP_TO.test(before) && !UP_TO_BEFORE.test(before) && !AS_A_LIMIT.test(behind);
}

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

const UNTIL = /(?:等|一?直|(?<!改))到$|(?<![甚乃及以截])至$/;

const LONGEST_UNTIL = 3;

function beginBefore(line: string, from: number, to: number): number {
  if (isFrom(line, from) && /起|开始|到|至/.test(line.slice(from, to))) return from - 1;
  let begin = from - (UNTIL.exec(line.slice(Math.max(0, from - LONGEST_UNTIL), from))?.[0].length ?? 0);
  for (let count = 0; count < MOST_BEFORE; count += 1) {
    const before = line.slice(Math.max(0, begin - LONGEST_BEFORE), begin);
    begin -= BEFORE.exec(before)?.[0].length ?? 0;
  }
  return begin;
}
