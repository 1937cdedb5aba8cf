import { cutTriggerWord } from './cut-trigger-word.ts';

/** The command without the word in front that only calls the bot, as people are used to from channels. */
export function cutAddress(
  text: string,
  triggerWords: readonly string[],
  botName: string | undefined,
): string {
  const names = botName === undefined ? triggerWords : [botName];
  return cutTriggerWord(text, [...triggerWords, ...names.map((name) => `@${name}`)]) ?? text;
}
