import { ENGLISH } from './en/english.ts';
import { JAPANESE } from './ja/japanese.ts';
import { CHINESE } from './zh-cn/zh-cn.ts';
import type { Language } from './language.ts';

/** By the language of the locale; what we do not read is read as English. */
const LANGUAGES: Readonly<Record<string, Language>> = { en: ENGLISH, zh: CHINESE, ja: JAPANESE };

/** Kana, and what of dates is written so in Japanese alone. */
const JAPANESE_SIGNS = /[\u3041-\u30FF毎曜]|[今来先]週|\d\s*時/;
const HAN = /\p{Script=Han}/u;
const LATIN_WORD = /[a-z]{3}/i;

/**
 * The language of the locale, and that of the script in which the line is written: people write `Deploy tomorrow 5pm`
 * with Mattermost in Japanese, and 明天 with Mattermost in English.
 *
 * @returns the one to ask first first; the other is asked where that finds nothing
 */
export function languagesFor(locale: string, line: string): readonly Language[] {
  const own = LANGUAGES[locale.split('-')[0]?.toLowerCase() ?? ''] ?? ENGLISH;
  const ofScript = ofSigns(line);
  if (own === ENGLISH) return ofScript === undefined ? [own] : [own, ofScript];
  if (!LATIN_WORD.test(line)) return [own];
  return ofScript === undefined ? [ENGLISH, own] : [own, ENGLISH];
}

function ofSigns(line: string): Language | undefined {
  if (JAPANESE_SIGNS.test(line)) return JAPANESE;
  return HAN.test(line) ? CHINESE : undefined;
}
