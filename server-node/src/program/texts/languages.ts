import type { UserId } from '../../shared/ids.ts';
import { knownInTime } from '../../shared/known-in-time.ts';
import { localeFor, type Locale } from './locale.ts';

/** What is set: one language, or the one that Mattermost has for those who have chosen none. */
export type Language = 'mattermost' | Locale;

/** In which language an answer is. None of it ever fails; at worst it is English. */
export interface Languages {
  /** For one person whose account was looked up already. */
  of(person: { locale: string }): Promise<Locale>;
  /** For one person. */
  ofPerson(userId: UserId): Promise<Locale>;
  /** For everybody in a channel. */
  ofAll(): Promise<Locale>;
}

export interface LanguageDeps {
  language: Language;
  /** Undefined when there is none. May fail, and may take long. */
  accountOf(userId: UserId): Promise<{ locale: string } | undefined>;
  /** As Mattermost names the languages; likewise. */
  siteLocale(): Promise<string | undefined>;
}

export function makeLanguages({ language, accountOf, siteLocale }: LanguageDeps): Languages {
  const ofAll = async (): Promise<Locale> =>
    language === 'mattermost' ? (localeFor(await knownInTime(siteLocale())) ?? 'en') : language;
  const nearest = async (tag: string | undefined): Promise<Locale> => localeFor(tag) ?? ofAll();
  return {
    of: ({ locale }) => nearest(locale),
    ofPerson: async (userId) => nearest((await knownInTime(accountOf(userId)))?.locale),
    ofAll,
  };
}
