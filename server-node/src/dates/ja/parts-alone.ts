import type { Found } from '../facts.ts';

/** Ends a part of day that stands at the beginning without a day: 夕方に, 夜までに, 午後から. */
const AS_A_TIME = /^(?:までに?|に(?!は?(?:駆|合))|から|イチ|一|[ 、,]|$)/u;
/** These say a time before any word but a few: 夕方スーパー, 朝一で電話. */
const OF_NOTHING_ELSE = /^(?:夕方|午前中|朝(?:一番?|イチ|いち)|お昼過ぎ|昼過ぎ)$/u;
const OF_A_THING = /^(?:[のもがをはや]|ニュース|ラッシュ|市|駆け)/u;
const BESIDE = /^[ 、,]?の?[ ]?$/u;

/**
 * A part of day counts beside a day or a time, and where nothing else can be meant: 明日の朝, 夕方までに電話. In 朝の散歩 and
 * 買う夜食 it is a word like others.
 */
export function isSaidAsPart(line: string, one: Found, last: Found | undefined): boolean {
  if (one.part === undefined || one.day !== undefined || one.clock !== undefined || one.repeat !== undefined)
    return true;
  const { from, to } = one.span;
  if (last !== undefined && from - last.span.to <= 3 && BESIDE.test(line.slice(last.span.to, from)))
    return true;
  const begins = from === 0 || /[ 、,がはを]/u.test(line[from - 1] ?? '');
  const [word, after] = [line.slice(from, to), line.slice(to, to + 4)];
  return begins && (AS_A_TIME.test(after) || (OF_NOTHING_ELSE.test(word) && !OF_A_THING.test(after)));
}

/** 夜 is 21 to 29 o'clock with an hour behind it; alone it is 19:00, and 夕方 is 17:00. */
export function partsAlone(found: readonly Found[]): Found[] {
  if (found.some(({ clock }) => clock !== undefined)) return [...found];
  return found.map(({ part, ...one }) => {
    if (part === 'evening') return { ...one, clock: { hour: 17, minute: 0 } };
    return part === undefined ? one : { ...one, part: part === 'night' ? 'evening' : part };
  });
}
