/** The languages that answers are written in, by the names that Mattermost has for them. */
export const LOCALES = ['en', 'zh-CN', 'ja'] as const;
export type Locale = (typeof LOCALES)[number];

/**
 * The one of them that somebody reads whose Mattermost speaks `tag`; undefined when it is none. `en-AU` is English.
 * Traditional Chinese (`zh-TW`) is another script than ours and counts as another language, as in the sidebar.
 */
export function localeFor(tag: string | undefined): Locale | undefined {
  const exact = LOCALES.find((locale) => locale === tag);
  if (exact !== undefined || tag === undefined || tag === '') return exact;
  const { language, script } = likely(tag);
  if (language === 'zh') return script === 'Hans' ? 'zh-CN' : undefined;
  return LOCALES.find((locale) => locale === language);
}

function likely(tag: string): { language?: string | undefined; script?: string | undefined } {
  try {
    return new Intl.Locale(tag).maximize();
  } catch {
    return {};
  }
}
