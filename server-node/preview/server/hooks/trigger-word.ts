import type { OutgoingHook } from '../site/records.ts';

/**
 * The trigger word that a message sets off, or undefined. Capitals count; the first word ends at any
 * white space, the ideographic one too. A hook without words of its own fires on everything, as `''`.
 */
export function triggerWordOf(hook: OutgoingHook, message: string): string | undefined {
  if (hook.trigger_words.length === 0) return hook.channel_id === '' ? undefined : '';
  const [first = ''] = message.trim().split(/\s+/u);
  return hook.trigger_words.find((word) =>
    hook.trigger_when === 1 ? first.startsWith(word) : first === word,
  );
}
