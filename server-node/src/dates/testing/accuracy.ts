import { Temporal } from 'temporal-polyfill';
import { DAY_MS } from '../../shared/time.ts';
import { readWhen, type ReadLine } from '../read-when.ts';
import type { Phrase } from './phrase.ts';

export interface Misread {
  phrase: Phrase;
  got: { text: string; due: string | null; repeat: string | null };
  /** A due date that is said as if it were right, and is not the day, nor the one beside it. */
  isSilentlyWrong: boolean;
}

export interface Accuracy {
  /** 0 to 1 */
  right: number;
  misread: Misread[];
  /** To print: right of all, by class, and what was misread. */
  report: string;
}

export function accuracyOf(phrases: readonly Phrase[]): Accuracy {
  const misread = phrases.flatMap((phrase) => misreadOf(phrase) ?? []);
  return {
    right: 1 - misread.length / phrases.length,
    misread,
    report: [...byClass(phrases, misread), ...misread.map(inWords)].join('\n'),
  };
}

const readPhrase = ({ text, locale, now, zone }: Phrase): ReadLine =>
  readWhen(text, {
    now: Temporal.PlainDateTime.from(now).toZonedDateTime(zone).epochMilliseconds,
    zone,
    locale,
  });

function misreadOf(phrase: Phrase): Misread | undefined {
  const { expect } = phrase;
  const { text, due, repeat, readings } = readPhrase(phrase);
  if (text === expect.text && due === expect.due && repeat === expect.repeat) return undefined;
  const isAsked = readings?.some((reading) => reading.due === expect.due) ?? false;
  return {
    phrase,
    got: { text, due, repeat },
    isSilentlyWrong: due !== null && !isAsked && (expect.due === null || daysBetween(due, expect.due) > 1),
  };
}

const daysBetween = (one: string, other: string): number =>
  Math.abs(Date.parse(one.slice(0, 10)) - Date.parse(other.slice(0, 10))) / DAY_MS;

function byClass(phrases: readonly Phrase[], misread: readonly Misread[]): string[] {
  const classes = new Set(phrases.map((phrase) => phrase.class));
  const line = (name: string, isOf: (phrase: Phrase) => boolean) => {
    const all = phrases.filter(isOf).length;
    const right = all - misread.filter(({ phrase }) => isOf(phrase)).length;
    return `${name}: ${right} of ${all} (${((100 * right) / all).toFixed(1)} %)`;
  };
  return [
    line('all', () => true),
    ...[...classes].map((name) => line(`  ${name}`, (phrase) => phrase.class === name)),
  ];
}

const inWords = ({ phrase: { text, now, zone, expect }, got, isSilentlyWrong }: Misread): string =>
  `${isSilentlyWrong ? '!!' : '- '} ${JSON.stringify(text)} at ${now} ${zone}\n     expected ${JSON.stringify(expect)}\n     got      ${JSON.stringify(got)}`;
