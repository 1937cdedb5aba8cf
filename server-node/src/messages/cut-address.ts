const TRIGGER_WORD = 'todo';
const FIRST_WORD = /^\s*(\S+?)[,:]?(?:\s+|$)/;

/** The command without the word in front that only calls the bot, as people are used to from channels. */
export function cutAddress(text: string, botName: string | undefined): string {
  const [start, word = ''] = FIRST_WORD.exec(text) ?? [''];
  const isAddress = [TRIGGER_WORD, `@${botName ?? TRIGGER_WORD}`].includes(word.toLowerCase());
  return isAddress ? text.slice(start.length) : text;
}
