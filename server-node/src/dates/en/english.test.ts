import { describe, expect, it } from '@jest/globals';
import { accuracyOf } from '../testing/accuracy.ts';
import { phrasesOf } from '../testing/phrase.ts';
import { testPhrases } from '../testing/test-phrases.ts';

testPhrases(new URL('./phrases.jsonl', import.meta.url), 'en');

describe('lines that nothing was tuned on', () => {
  it('are read rightly, most of them', () => {
    const { right, report } = accuracyOf(phrasesOf(new URL('./phrases-held-out.jsonl', import.meta.url)));
    expect(right >= 0.9 ? '' : report).toBe('');
  });
});
