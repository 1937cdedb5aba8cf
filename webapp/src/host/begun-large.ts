/** The backend's words as they stand alone. */
export const begunLarge = (words: string, locale: string): string =>
  words.slice(0, 1).toLocaleUpperCase(locale) + words.slice(1);
