import type { Span } from '../facts.ts';
import { blanks } from './rule.ts';

/** What stands before a time and belongs to it. */
const PARTICLES = [
  'due date:?',
  'due(?: on| by| at| before| in)?:?',
  'deadline(?: is|:)?',
  'on or before',
  'no later than',
  'not later than',
  '(?:at the )?latest(?: by| on)?',
  '(?:not )?before',
  'no earlier than',
  'effective(?: from)?',
  'some time',
  'later(?: at)?',
  'any ?time',
  'any day',
  'either',
  'towards?',
  'near',
  'repeat(?:s|ing)?:?',
  'recurring',
  'starting(?: from| on| at)?',
  'beginning(?: from| on)?',
  'by',
  'on',
  'at',
  '@',
  '~',
  'b4',
  'until',
  '(?<!(?:the|a|my|our|your) )till',
  'til',
  'from',
  'around',
  'about',
  'after',
  'sometime',
  'every(?= today| tomorrow)',
];
const BEFORE = new RegExp(blanks(`(?<![\\p{L}\\p{N}_'’-])(?:${PARTICLES.join('|')}) ?$`), 'u');
const LONGEST_BEFORE = 20;
const MOST_BEFORE = 3;

/** What stands behind a time and belongs to it. */
const BEHIND =
  / ?,? {0,2}(?:sharp|latest|(?:at )?(?:the )?(?:very )?latest|on ?wards?|or earlier|or sooner|already)(?![\p{L}\p{N}_-])/uy;

/** Behind these stands the time of something else: somebody's plan, what is over, what is spoken of. */
const OF_ANOTHER =
  /(?<![\p{L}\p{N}_'’-])(?:to|since|of|(?<!(?:later|earlier) {1,3})than|like|between|ago|(?:\d{1,3}|an?|one|two|three|few|couple of|the) ?(?:minutes?|mins?|hours?|hrs?|days?|nights?|weeks?|weekends?|months?) {1,2}(?:before|after|prior to)|was|were|(?<!why )not|called|named|says|said|shows|displays|prints|returns|think about|thinking about|talk about|look(?:ed|ing)? at|investigate(?: the)?|debug(?: the)?|reproduce(?: the)?|(?:cap|limit)(?:s|ped|ed)?(?: \p{L}{1,20}){0,2} at|stuck at|from (?:this|last)|multipl(?:y|ied) by|divided? by|(?:increase|reduce|raise|cut|lower|grow|shrink|decrease|improve)[^.!?]{0,30} by) {1,2}$/u;
const ABOUT_DAYS = /(?<![\p{L}\p{N}_'’-])(?:about|from) {1,2}$/u;
const MOVED_TO = /(?<![\p{L}\p{N}_'’-])due {1,3}to {1,3}$/u;
const LONGEST_OF_ANOTHER = 48;

/** Behind these a day belongs to a thing: the Friday report. */
const ARTICLE =
  /(?<![\p{L}\p{N}_-])(?:the|a|an|my|our|your|his|her|their|its|some|which|what|[\p{L}]{1,20}['’]s) {1,3}$/u;

/** No noun follows, so that nobody's name or thing goes on. */
const FOLLOWS =
  /^(?:\s*$|[ ]{0,3}[.,;:!?)\]—–-]+(?:\s|$)|\s{1,3}(?:for|with|w\/|later|(?:the )?latest|to|at|on|in|by|from|about|and|or|because|if|when|as|please|pls|via|re|so|then|until|till|every|each|sharp|starting|but|after|before|-|–|—|\()(?![\p{L}\p{N}]))/u;
/** `At Sam's saturday` is at his place. */
const PLACE = /(?<!\p{L})(?:at|to|@) {0,2}(?:the )?\p{L}{1,15}['’]s {1,3}$/u;
const AHEAD = 24;

export const hasParticle = (line: string, from: number): boolean =>
  [BEFORE, FOR].some((words) => words.test(line.slice(Math.max(0, from - LONGEST_BEFORE), from)));

const OF_CLOCK = /(?<![\p{L}\p{N}_'’-])(?:at|@|by|before|b4|until|till|til|around|about|after|from) {0,2}$/u;

export const hasClockParticle = (line: string, from: number): boolean =>
  OF_CLOCK.test(line.slice(Math.max(0, from - LONGEST_BEFORE), from));

const STATE =
  /^ {1,3}(?:[\p{L}\p{N}'’-]{1,20} {1,3}){1,3}(?:is|are|was|were|has|have|had|does|did|isn['’]t|aren['’]t|keeps?|fails?|failed|broke|looks?|seems?)(?![\p{L}\p{N}_-])/u;

/** `Friday deploys are banned`: the day belongs to what a line begins with, of which something is told. */
export const isOfSubject = (line: string, { from, to }: Span): boolean =>
  line.slice(0, from).trim() === '' && STATE.test(line.slice(to, to + LONGEST_STATE));
const LONGEST_STATE = 90;

const PAST_VERB =
  /^\s{0,9}(?:we|i|they|he|she|it|you|our|my|their|his|her|the|this|that|everyone|somebody|someone) [^.!?\n]{0,80}?(?<![\p{L}\p{N}])(?<!(?:is|are|be|been|being|get|gets|will|must|should|to)(?: not)?(?: [\p{L}]{1,12}ly)? )(?:\p{L}{1,16}ed|met|went|sent|got|came|saw|broke|left|began|lost|found|made|took|fell|spoke|had|did)(?: (?:out|up|off|down|over|back|in))?(?: on| at)? {0,2}$/u;
const LONGEST_PAST = 120;
const TOLD =
  /(?<!\p{L})(?:was|were|crashed|failed|broke|died|happened|went down|came|shipped|launched|deployed|released|landed|arrived)(?: [\p{L}\d.]{1,12}){0,2} {1,3}(?:on|at|around) {0,2}$/u;
const LONGEST_TOLD = 60;
/** `No deploys on friday`, `never deploy on fridays`. */
const FORBIDDEN =
  /^\s{0,9}(?:never {1,3}|nothing {1,3}|no (?!later|earlier|rush)\p{L}{1,20} {1,3}(?:on|at|after|before) {1,3})/u;
const OVER_BEHIND =
  /^ {1,3}(?:instead of|rather than|(?:their|his|her|local) time)(?![\p{L}\p{N}])|^,? {1,3}(?:last (?:night|week|month|year|time)|yesterday|on (?:the )?previous)(?![\p{L}\p{N}_-])/u;
const OVER_BEFORE = /(?:yesterday|last (?:night|week|month|year))(?:,? at)? {1,3}$/u;

/** What is told of the past: `we met on tuesday`, `the spike at 3am last night`. */
export const isOver = (line: string, { from, to }: Span): boolean =>
  OVER_BEHIND.test(line.slice(to, to + AHEAD)) ||
  OVER_BEFORE.test(line.slice(Math.max(0, from - LONGEST_BEFORE), from)) ||
  (from <= LONGEST_PAST && PAST_VERB.test(line.slice(0, from))) ||
  TOLD.test(line.slice(Math.max(0, from - LONGEST_TOLD), from)) ||
  isForbidden(line);

export const isForbidden = (line: string): boolean => FORBIDDEN.test(line.slice(0, LONGEST_TOLD));

/** `Deploys on fridays are forbidden`. */
export const isOfHabit = (line: string, { from, to }: Span): boolean =>
  /^(?:on )?\p{L}{3,}s$/iu.test(line.slice(from, to)) &&
  /^ {1,3}(?:is|are|was|were)(?!\p{L})/iu.test(line.slice(to, to + AHEAD));

/** @param isClock behind `about` and `from`, a clock time is one all the same */
export function isOfAnother(line: string, from: number, isClock: boolean): boolean {
  const before = line.slice(Math.max(0, from - LONGEST_OF_ANOTHER), from);
  if (!isClock && ABOUT_DAYS.test(before)) return true;
  return OF_ANOTHER.test(before) && !MOVED_TO.test(before);
}

const FROM_THEN_ON = /(?<![\p{L}\p{N}_'’-])(?:starting|beginning|effective|from)(?: on| from)? {1,3}$/u;

/** `Starting monday`: since when something is so. */
export const isSince = (line: string, from: number): boolean =>
  FROM_THEN_ON.test(line.slice(Math.max(0, from - LONGEST_BEFORE), from));

const ASKED_ABOUT =
  /(?<!\p{L})(?:ask|tell|talk|speak|chat|email|call|message)(?!\p{L})[^.,;:!?\n]{0,40} about [^.,;:!?\n]{1,40}$/u;
const CLOSED = /(?<!\p{L})(?:closed|open|shut|off)(?: on)? {1,3}$/u;
const LONGEST_ASKED = 100;

const MOVED_TO_THEN =
  /(?<!\p{L})(?:moved|changed|shifted|switched|rescheduled|pushed|postponed|brought forward|put back) {1,3}(?:back )?to {1,3}(?:be {1,3})?$/u;

/** `Training moved to 5.30pm tuesday`: what somebody else has set. */
export const isMovedTo = (line: string, from: number): boolean =>
  MOVED_TO_THEN.test(line.slice(Math.max(0, from - LONGEST_OF_ANOTHER), from));

/** `Ask Gaz about football on thursdays`, `closed on mondays`: a habit that is spoken of, while `every thursday` says when to ask. */
export const isAskedAbout = (line: string, { from, to }: Span): boolean =>
  /^(?:on )?\p{L}{3,}s$/iu.test(line.slice(from, to)) &&
  [ASKED_ABOUT, CLOSED].some((words) => words.test(line.slice(Math.max(0, from - LONGEST_ASKED), from)));

/** A day or a time with an article before it is of a thing: the Friday report. */
export const hasArticle = (line: string, from: number): boolean => {
  const before = line.slice(Math.max(0, from - LONGEST_BEFORE), from);
  return ARTICLE.test(before) && !PLACE.test(before);
};

export const isFollowedWell = (line: string, to: number): boolean => FOLLOWS.test(line.slice(to, to + AHEAD));

/** `For friday` is a time as a whole, while of `for monday meeting` the `for` belongs to the meeting. */
const FOR = /(?<![\p{L}\p{N}_'’-])for {1,3}$/u;

/**
 * The words of a time with those that belong to them: `due by … at the latest`.
 *
 * An `on` before another of them belongs to what stands before it: `put sprouts on at 11:30`.
 *
 * @param least where the words before may begin
 * @param end of all that stands beside it
 */
export function withWordsAround(line: string, { from, to }: Span, least: number, end: number): Span {
  let begin = from;
  for (let count = 0; count < MOST_BEFORE; count += 1) {
    const before = line.slice(Math.max(least, begin - LONGEST_BEFORE), begin);
    const words = BEFORE.exec(before)?.[0];
    if (words === undefined || (count > 0 && /^on\s/.test(words))) break;
    begin -= words.length;
  }
  const before = line.slice(Math.max(least, begin - LONGEST_BEFORE), begin);
  if (isFollowedWell(line, end)) begin -= FOR.exec(before)?.[0].length ?? 0;
  BEHIND.lastIndex = to;
  return { from: begin, to: BEHIND.test(line) ? BEHIND.lastIndex : to };
}
