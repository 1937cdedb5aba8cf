/**
 * What a person typed after the trigger word. Mattermost sends the text untrimmed, and the word of another
 * webhook when several fit one message: a word that is not in front is left alone.
 */
export function cutTriggerWord(text: string, triggerWord: string): string {
  const typed = text.trimStart();
  return (typed.startsWith(triggerWord) ? typed.slice(triggerWord.length) : typed).trimStart();
}
