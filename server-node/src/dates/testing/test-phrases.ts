import { describe, expect, it } from '@jest/globals';
import { accuracyOf } from './accuracy.ts';
import { phrasesOf } from './phrase.ts';

const LEAST_RIGHT = 0.97;
const LEAST_RIGHT_HELD_OUT = 0.9;
const reports = phrasesOf(new URL('../phrases/reports.jsonl', import.meta.url));

/**
 * Declares the tests of a language: its own tables, and what was reported in public about other programs.
 *
 * @param folder of its tables `phrases.jsonl` and `phrases-held-out.jsonl`, with one JSON object a line
 * @param locale of the reports
 * @param known how many of the lines that nothing was tuned on are known to be silently wrong
 */
export function testPhrases(folder: URL, locale: string, known = 0): void {
  const own = phrasesOf(new URL('phrases.jsonl', folder));
  describe(`phrases as people type them: ${locale}`, () => {
    const all = [...own, ...reports.filter((phrase) => phrase.locale === locale)];
    const { right, misread, report } = accuracyOf(all);

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

  describe('lines that nothing was tuned on', () => {
    const heldOut = phrasesOf(new URL('phrases-held-out.jsonl', folder));
    const { right, misread, report } = accuracyOf(heldOut);

    it('are read rightly, most of them', () => {
      expect(right >= LEAST_RIGHT_HELD_OUT ? '' : report).toBe('');
    });

    it('are not silently wrong by more than a day, but for those known', () => {
      const wrong = misread.filter(({ isSilentlyWrong }) => isSilentlyWrong);
      expect(wrong.length > known ? report : '').toBe('');
    });
  });
}
