import { expect, it } from '@jest/globals';
import { languageOfText } from './language-of-text.ts';

it.each([
  ['サイトが止まる前に証明書を更新する', 'ja'],
  ['家で read', 'ja'],
  ['在网站锁定之前续订证书', undefined],
  ['Buy milk', undefined],
])('%j is marked as %s', (text, language) => {
  expect(languageOfText(text)).toBe(language);
});
