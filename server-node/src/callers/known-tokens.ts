import { createHmac } from 'node:crypto';

/**
 * How the doctor finds out which tokens the running backend knows, without either side sending one: both hold the bot's
 * token, and say HMACs under it of a nonce that the doctor makes anew each time. Without that token nobody is
 * answered, what goes over the wire says nothing about a token, and an answer is of no use for another question.
 */
export const KNOWN_TOKENS_PATH = '/known-tokens';

/** HMACs in no order that means something. */
export interface KnownTokens {
  commands: string[];
  webhooks: string[];
}

/** What whoever asks has to bring. */
export const proofFor = (botToken: string, nonce: string): string => hmac(botToken, ['ask', nonce]);

/** @param tokens as the settings hold them, with the places to which those of webhooks are bound */
export function knownTokens(
  botToken: string,
  nonce: string,
  tokens: { commandTokens: readonly string[]; webhookTokens: readonly string[] },
): KnownTokens {
  const of = (kind: string, all: readonly string[]) =>
    all.map((token) => hmac(botToken, [kind, nonce, token])).toSorted();
  return { commands: of('command', tokens.commandTokens), webhooks: of('webhook', tokens.webhookTokens) };
}

const hmac = (key: string, parts: readonly string[]): string =>
  createHmac('sha256', key).update(JSON.stringify(parts)).digest('hex');
