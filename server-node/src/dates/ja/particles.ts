import type { Found } from '../facts.ts';

/** Between a date and the rest, in any order. What is written in kana alone counts only where a word ends. */
const BEHIND =
  / {0,3}(?:のうちに|までに?|にでも|頃|ごろ|ころ|あたり|くらい|ぐらい|ちょうど|ジャスト|きっかり|過ぎ|すぎ|前(?=に|まで)|以降|いっぱい|(?:[中内]|じゅう)(?=に|は|で|[ 、,)]|$)|(?:が|は|で)?(?:締め?切り?|締め(?=[ので 、,に]|$)|〆切?り?|期限|期日|必着|厳守)|になったら|にかけて|の週(?=[にはの 、,]|$)|の予定(?=(?:です|だ)?[。!]?$)|になると|には|では|にて|に?リマインド(?:して)?(?=[ 、:]|$)|の(?!り[弁巻])|[にはもで]|から|より|[、,]|[~〜](?![\d一二三四五六七八九十正午]|[月火水木金土日]曜))/uy;
const MOST_BEHIND = 5;

/** Before a date: what says that something ends then. */
const AHEAD =
  /(?:の|(?<!\p{Script=Han})|(?<=提出|申込|応募|支払))(?:締め?切り?日?|〆切り?|期限|期日|納期|提出日|日時)(?:は|が|:|→)? {0,3}$|遅く[とて]も ?$/u;
/** Before a date that ends the line nothing else would follow these. */
const LEFT_OVER = /(?:のは|は|を|が|:|→) {0,3}$/u;
const LONGEST_AHEAD = 12;

/** The words of a date with the particles that belong to them. */
export function withParticles(
  line: string,
  found: readonly Found[],
  isWordEnd: (at: number) => boolean,
): Found[] {
  let since = 0;
  const ends = found.map((one, index) =>
    behind(line, one.span.to, found[index + 1]?.span.from ?? line.length, isWordEnd),
  );
  return found.map((one, index) => {
    const [to = one.span.to] = ends.slice(index);
    const run = found.findIndex((next, at) => at > index && !isBeside(line, ends[at - 1], next.span.from));
    const endOfRun = ends.at(run === -1 ? -1 : run - 1) ?? to;
    const from = ahead(line, one.span.from, since, endOfRun);
    since = to;
    return { ...one, span: { from, to } };
  });
}

/** Nothing but a blank is between them. */
const isBeside = (line: string, end = 0, begin: number): boolean =>
  begin - end <= 1 && line.slice(end, begin).trim() === '';

function behind(line: string, from: number, limit: number, isWordEnd: (at: number) => boolean): number {
  let to = from;
  for (let count = 0; count < MOST_BEHIND; count += 1) {
    BEHIND.lastIndex = to;
    const end = to + (BEHIND.exec(line)?.[0].length ?? 0);
    if (end === to || end > limit || !(isWordEnd(end) || end === limit)) break;
    to = end;
  }
  return to;
}

function ahead(line: string, from: number, since: number, to: number): number {
  const before = line.slice(Math.max(since, from - LONGEST_AHEAD), from);
  const isLast = /^[ 。.!]*$/u.test(line.slice(to, to + LONGEST_AHEAD)) && to + LONGEST_AHEAD > line.length;
  const taken = AHEAD.exec(before) ?? (isLast ? LEFT_OVER.exec(before) : null);
  return from - (taken?.[0].length ?? 0);
}
