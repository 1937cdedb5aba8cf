import type { EpochMs } from '../shared/time.ts';
import { conventionsOf, type Conventions } from './conventions.ts';
import { cut } from './cut.ts';
import type { Found, Span, Weekday, WrongDate } from './facts.ts';
import { join, type Joined } from './join.ts';
import type { HowToRead } from './language.ts';
import { languagesFor } from './languages.ts';
import { mask } from './mask.ts';
import type { WallClock } from './moment-of.ts';
import { resolve, type When } from './resolve/resolve.ts';

/** Where and when something is said. */
export interface Circumstances {
  now: EpochMs;
  /** IANA, of the person who says it. */
  zone: string;
  /** As Mattermost has it: `en`, `en-AU`, `zh-CN`, `ja`. */
  locale: string;
  /** Chosen by the person; left out: as usual in the locale. */
  weekStart?: Weekday | undefined;
}

/** What a line says about time, and what it says besides. */
export interface ReadLine {
  /** The line without the words that were understood. */
  text: string;
  due: WallClock | null;
  /** An RRULE without DTSTART; `due` is its anchor. */
  repeat: string | null;
  repeatFrom: 'due' | 'done';
  /** The words that were understood, in the line as given. */
  spans: readonly Span[];
  /** All readings, the earliest first, when there are several as good; the latest is the one taken. */
  readings?: readonly ReadLine[];
  /** Looks like a date and is none; nothing was taken out of the line. */
  refused?: { wrong: WrongDate; words: string };
}

/** Reads a line in which a date may stand. A line that holds nothing else keeps its words. Never throws. */
export function readWhen(line: string, circumstances: Circumstances): ReadLine {
  const readings = readingsOf(line, circumstances, false);
  const refused = readings.find((reading) => reading.refused !== undefined);
  if (refused !== undefined) return refused;
  const latest = readings.at(-1);
  if (latest === undefined || latest.text === '') return asText(line);
  return readings.length > 1 ? { ...latest, readings } : latest;
}

/** @returns the earliest first */
export function readingsOf(line: string, circumstances: Circumstances, alone: boolean): ReadLine[] {
  const conventions = conventionsFor(circumstances);
  const found = foundIn(line, circumstances.locale, { ...conventions, alone });
  const readings = join(found).map((joined) => readingOf(line, joined, { ...circumstances, ...conventions }));
  return readings.sort((a, b) => compare(a.due ?? '', b.due ?? ''));
}

/** Another language is asked where the person's own finds nothing. */
function foundIn(line: string, locale: string, reading: HowToRead): Found[] {
  const masked = mask(line);
  for (const language of languagesFor(locale, line)) {
    const found = language.find(masked, reading);
    if (found.length > 0) return found;
  }
  return [];
}

export const asText = (line: string): ReadLine => ({
  text: line.trim(),
  due: null,
  repeat: null,
  repeatFrom: 'due',
  spans: [],
});

function readingOf(line: string, { facts, found }: Joined, said: Circumstances & Conventions): ReadLine {
  const spans = found.map(({ span }) => span);
  const when: When | { refused: WrongDate } = resolve(facts, said);
  if (!('refused' in when)) return { text: cut(line, spans), ...when, spans };
  const words = spans.map(({ from, to }) => line.slice(from, to).trim()).join(' ');
  return { ...asText(line), refused: { wrong: when.refused, words } };
}

function conventionsFor({ locale, zone, weekStart }: Circumstances): Conventions {
  const conventions = conventionsOf(locale, zone);
  return weekStart === undefined ? conventions : { ...conventions, weekStart };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
