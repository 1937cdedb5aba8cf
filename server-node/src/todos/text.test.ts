import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cleanNotes, cleanText } from './text.ts';

describe('the text of a to-do', () => {
  it.each([
    ['trims, full-width spaces too', '\u3000 Buy milk \n', 'Buy milk'],
    ['keeps tabs and line feeds inside', 'a\tb\nc', 'a\tb\nc'],
    ['makes all line ends alike', 'a\r\nb\rc\x85d', 'a\nb\nc\nd'],
    ['drops control characters', 'a\0b\x07c\x1b[31md\x7f\x9b2Je', 'abc[31md2Je'],
    ['repairs half characters', 'a\ud83d', 'a\ufffd'],
    ['keeps joined emoji whole', '👩‍👩‍👧', '👩‍👩‍👧'],
    ['keeps what only looks dangerous', '--help; rm -rf $(x)', '--help; rm -rf $(x)'],
  ])('%s', (_what, raw, text) => {
    expect(cleanText(raw)).toBe(text);
  });

  it.each(['', ' \n\t', '\0', '\u200b\u200d\ufeff', '\u3000', '\u2800\u3164'])(
    'may not be only %j',
    (raw) => {
      expect(() => cleanText(raw)).toThrow(expect.objectContaining({ code: 'text_empty' }));
    },
  );

  it('may have 4,000 characters, an emoji being one', () => {
    expect(cleanText('😀'.repeat(4_000))).toHaveLength(8_000);
    expect(() => cleanText('😀'.repeat(4_001))).toThrow(
      'The text of a to-do may have 4,000 characters; got 4,001. Put the rest into its notes.',
    );
  });

  it('is the same when cleaned twice, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (raw) => {
        const text = orRefused(raw);
        if (text !== undefined) expect(cleanText(text)).toBe(text);
      }),
    );
  });
});

describe('notes', () => {
  it('may be empty, and have 16,000 characters', () => {
    expect(cleanNotes(' \0 ')).toBe('');
    expect(cleanNotes('x'.repeat(16_000))).toHaveLength(16_000);
    expect(() => cleanNotes('x'.repeat(16_001))).toThrow(expect.objectContaining({ code: 'text_too_long' }));
  });
});

function orRefused(raw: string): string | undefined {
  try {
    return cleanText(raw);
  } catch {
    return undefined;
  }
}
