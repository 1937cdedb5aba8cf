import type { Found } from '../facts.ts';
import type { Groups } from '../patterns.ts';

/** 毎日3回 is three times a day, which is no rule; so more has to be said: （3回）, 全3回, 3回だけ. */
const TIMES =
  / ?(?:\((?:全|計|合計)?(?<inBrackets>\d{1,3})回(?:だけ|まで|限り)?\)|(?:全|計|合計)(?<all>\d{1,3})回|(?<only>\d{1,3})回(?:だけ|限り))/uy;
const UNTIL = /まで(?!に)\)?$/u;
const BETWEEN = /^[ 、,]?\(?$/u;

/** How often a rule comes, and until when: 毎日（5回）, 毎週月曜 6月30日まで, 4月末まで毎日. */
export function withEnds(line: string, found: readonly Found[]): Found[] {
  const at = found.findIndex(({ repeat }) => repeat !== undefined);
  const rule = found[at];
  if (rule?.repeat === undefined) return [...found];
  TIMES.lastIndex = rule.span.to;
  const times = TIMES.exec(line);
  if (times !== null) {
    const repeat = { ...rule.repeat, times: timesOf(times.groups) };
    return found.with(at, { ...rule, repeat, span: { from: rule.span.from, to: TIMES.lastIndex } });
  }
  return withUntil(line, found, at);
}

const timesOf = (groups: Groups = {}): number =>
  Number(groups['inBrackets'] ?? groups['all'] ?? groups['only']);

function withUntil(line: string, found: readonly Found[], at: number): Found[] {
  for (const index of [at + 1, at - 1]) {
    const [rule, end] = [found[at], found[index]];
    if (rule?.repeat === undefined || end?.day === undefined || end.clock !== undefined) continue;
    const [first, second] = index > at ? [rule, end] : [end, rule];
    const isBeside = BETWEEN.test(line.slice(first.span.to, Math.min(second.span.from, first.span.to + 4)));
    if (!isBeside || !UNTIL.test(line.slice(end.span.from, end.span.to + 1).replace(/[^)]$/u, ''))) continue;
    const isClosed = line[end.span.to] === ')' && line[end.span.from - 1] === '(';
    const span = {
      from: Math.min(first.span.from, end.span.from - (isClosed ? 1 : 0)),
      to: second.span.to + (isClosed ? 1 : 0),
    };
    const joined: Found = { ...rule, repeat: { ...rule.repeat, until: end.day }, span };
    return found.flatMap((one, place) => (place === at ? joined : place === index ? [] : one));
  }
  return [...found];
}
