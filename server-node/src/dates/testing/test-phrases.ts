import { describe, expect, it } from '@jest/globals';
import { accuracyOf } from './accuracy.ts';
import { phrasesOf } from './phrase.ts';

const LEAST_RIGHT = 0.97;
const reports = phrasesOf(new URL('../phrases/reports.jsonl', import.meta.url));

/**
 * Declares the tests of a language: its own table, and what was reported in public about other programs.
 *
 * @param table of phrases, one JSON object a line
 * @param locale of the reports
 */
export function testPhrases(table: URL, locale: string): void {
  const own = phrasesOf(table);
  describe(`phrases as people type them: ${locale}`, () => {
    const { right, misread, report } = accuracyOf([
      ...own,
      ...reports.filter((phrase) => phrase.locale === locale),
    ]);

    it('are read rightly, nearly all', () => {
      expect(right >= LEAST_RIGHT ? '' : report).toBe('');
    });

    it('are never silently wrong by more than a day', () => {
      expect(misread.some(({ isSilentlyWrong }) => isSilentlyWrong) ? report : '').toBe('');
    });

    it('are many, and a quarter of them hold no date though they look so', () => {
      const without = own.filter(({ expect: { due } }) => due === null);
      expect(own.length).toBeGreaterThanOrEqual(150);
      expect(without.length).toBeGreaterThanOrEqual(own.length / 4);
    });
  });
}
