import { ENGLISH } from './en/english.ts';
import { JAPANESE } from './ja/japanese.ts';
import { CHINESE } from './zh-cn/zh-cn.ts';
import type { Language } from './language.ts';

/** By the language of the locale; what we do not read is read as English. */
const LANGUAGES: Readonly<Record<string, Language>> = { en: ENGLISH, zh: CHINESE, ja: JAPANESE };

export const languageOf = (locale: string): Language =>
  LANGUAGES[locale.split('-')[0]?.toLowerCase() ?? ''] ?? ENGLISH;
