/** Stands right behind a trigger word and is no part of the command: `todo: buy soap`. */
const SEPARATOR = /^[:,：，、]?\s*/;

/**
 * What was typed after a trigger word in front, whatever its capitals.
 *
 * @returns undefined when none is in front as a word of its own: `todos` and `todolist` are other words
 */
export function cutTriggerWord(text: string, words: readonly string[]): string | undefined {
  const typed = text.trimStart();
  for (const word of words) {
    const rest = typed.slice(word.length);
    if (isSameWord(typed.slice(0, word.length), word) && /^($|[\s:,：，、])/.test(rest))
      return rest.replace(SEPARATOR, '');
  }
  return undefined;
}

/**
 * Whether Mattermost would have told of this message: it compares the first word to the letter. Setup gives a webhook
 * each word as it is and with a capital, as phones begin a message.
 */
export function firesWebhook(text: string, words: readonly string[]): boolean {
  const [first = ''] = text.trim().split(/\s+/);
  return words.some((word) => first === word || first === capitalized(word));
}

export const capitalized = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

const isSameWord = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();
