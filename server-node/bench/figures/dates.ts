import { readdirSync } from 'node:fs';
import { readWhen } from '../../src/dates/read-when.ts';
import { phrasesOf } from '../../src/dates/testing/phrase.ts';
import { atMost, type Figure } from '../figure.ts';
import { HOSTILE } from './hostile-lines.ts';
import { median } from '../measure/quantiles.ts';

const DATES = new URL('../../src/dates/', import.meta.url);
const NOW = Date.parse('2026-03-04T10:00Z');
const ROUNDS = 20;
const TRIES = 15;

/** What reading the date of a line adds to taking it as it is, and the worst that a line can cost. */
export async function dates(): Promise<Figure[]> {
  const phrases = tables().flatMap(phrasesOf);
  const added = Array.from({ length: ROUNDS }, () => phrases.map(read)).flat();
  const worst = ['en', 'zh-CN', 'ja'].map((locale) => ({ locale, ...worstIn(locale) }));
  const slowest = worst.reduce((one, other) => (other.ms > one.ms ? other : one));
  return [
    atMost(1, { name: 'reading the date of a line, median added', value: median(added), unit: 'ms' }),
    atMost(50, {
      name: `reading the date of a hostile line of 4,000 characters, worst (${slowest.locale}: ${slowest.name})`,
      value: slowest.ms,
      unit: 'ms',
    }),
  ];
}

/** The tables of phrases, one or more a language. */
function tables(): URL[] {
  const names = readdirSync(DATES, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith('.jsonl')).map((name) => new URL(name, DATES));
}

function read({ text, locale, zone }: { text: string; locale: string; zone: string }): number {
  const startedAt = performance.now();
  readWhen(text, { now: NOW, zone, locale });
  return performance.now() - startedAt;
}

/** The best of some tries a line, as a pause of the machine is not the line's fault. */
function worstIn(locale: string): { name: string; ms: number } {
  const seen = Object.entries(HOSTILE).map(([name, text]) => {
    const tries = Array.from({ length: TRIES }, () => read({ text, locale, zone: 'Europe/Berlin' }));
    return { name, ms: Math.min(...tries) };
  });
  return seen.reduce((one, other) => (other.ms > one.ms ? other : one));
}
