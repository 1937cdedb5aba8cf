const KANA = /[\u3041-\u30ff]/;

/**
 * Han characters are drawn and broken differently in Japanese; a text with kana is Japanese, whatever the
 * language of the sidebar around it. `undefined`: as the sidebar.
 */
export const languageOfText = (text: string): string | undefined => (KANA.test(text) ? 'ja' : undefined);
