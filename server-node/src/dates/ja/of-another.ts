import type { Span } from '../facts.ts';

const LONGEST = 8;

/** What is done to a date, and so is what has to be done: 明日を楽しみにする, 会議を15時に変更; and 今日分の日報, 金曜以外. */
const DONE_TO_IT =
  /^(?:(?:の)?分|の(?:ところ|よう)|(?:ごろ|頃)?の(?:方向|アクセス|障害|エラー|アラート|不具合)|で(?:忙し|バタバタ)|以外|で(?:区切|締め切られ)|を(?!目処|めど|目途|期限|締)|が(?!締|〆|期限|期日|必着)|(?:に|へ)(?:変更|延期|移動|ず[られ]|リスケ|なった)|か[?？]|有効|な(?:ので|のに)|だ(?:から|けど|った)|って|と(?:いう|言う|言わず|いわず)|(?:さん|様|氏|くん|ちゃん)(?![にの]?誕生日)|みたい|らしい)/u;
/** 会議の3日前, 発売日の翌日: counted from another day. */
const FROM_ANOTHER = /^(?:の(?:前日|翌日|前夜|\d{1,2}日前|1週間前))/u;

/** 今日の天気が壊れている: what is told of a thing of that day. */
const STATE =
  /^の[^、。をに]{1,20}が[^、。が]{0,15}(?:て(?:い)?る|ない|なかった|ました|おかしい|遅い|た)[。.]?$/u;
/** 金曜から決済がエラー: since when something is wrong. */
const SINCE = /^から[^、。]{1,15}が[^、。]{0,12}(?:エラー|落ち|遅|おかし|動か|止ま|壊)/u;

/** 土曜の配送料を計算するコードを直す: a thing of that day within what tells which code. */
const WITHIN_A_CLAUSE =
  /^の[^、。をに]{1,10}を[^、。を]{1,10}(?:る|た|ない)[\p{Script=Han}\p{Script=Katakana}][^、。を]{0,12}を/u;
const LONGEST_CLAUSE = 48;

/** 金曜の会議を月曜に変更: the day of a plan that is moved. */
const MOVED = /^の[^、。を]{1,15}を[^、。を]{1,12}(?:に|へ)(?:変更|延期|移動|前倒し|ず[られ]|リスケ)/u;

/** 1か月前の10時: an hour of a day that is counted from another. */
const BEHIND_ANOTHER =
  /(?:[\d一二三四五六七八九十](?:日|週間|[かヶヵ]月|年)前|前日|翌日|当日|明け)の ?$|現地(?:時間)?の? ?$/u;

/** Whether something else is said than when this to-do is due. */
export function isOfAnother(line: string, { from, to }: Span): boolean {
  if (BEHIND_ANOTHER.test(line.slice(Math.max(0, from - LONGEST), from))) return true;
  const behind = line.slice(to, to + LONGEST);
  const clause = line.slice(to, to + LONGEST_CLAUSE);
  if (MOVED.test(clause) || SINCE.test(clause)) return true;
  if (STATE.test(clause) || WITHIN_A_CLAUSE.test(clause)) return true;
  return DONE_TO_IT.test(behind) || FROM_ANOTHER.test(behind);
}
