import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { KNOWN_TOKENS_PATH, knownTokens, proofFor } from '../callers/known-tokens.ts';
import { COMMAND_TOKENS, openBackend, WEBHOOK_TOKENS, type Backend } from '../testing/open-backend.ts';

/** Real sockets on a machine that may be busy. */
jest.setTimeout(30_000);

const BOT = 'bottoken000000000000000000';
const NONCE = '0123456789abcdef'.repeat(2);

let backend: Backend;
beforeEach(async () => {
  backend = await openBackend({ settings: { integrationsApart: true, botToken: BOT } });
});
afterEach(() => backend.close());

const ask = (proof: string, { nonce = NONCE, url = backend.integrationsUrl } = {}) =>
  fetch(`${url}${KNOWN_TOKENS_PATH}?nonce=${nonce}`, { headers: { Authorization: `Proof ${proof}` } });

it('says which tokens it was started with, to whoever has the bot’s, and none of them', async () => {
  const response = await ask(proofFor(BOT, NONCE));
  const text = await response.text();
  expect(JSON.parse(text)).toEqual(
    knownTokens(BOT, NONCE, { commandTokens: COMMAND_TOKENS, webhookTokens: WEBHOOK_TOKENS }),
  );
  for (const token of [BOT, ...COMMAND_TOKENS, ...WEBHOOK_TOKENS]) expect(text).not.toContain(token);
});

it('says nothing to anybody else, and nothing that fits another question', async () => {
  const other = 'f'.repeat(32);
  expect((await ask('')).status).toBe(401);
  expect((await ask(proofFor('x'.repeat(26), NONCE))).status).toBe(401);
  expect((await ask(proofFor(BOT, NONCE), { nonce: other })).status).toBe(401);
  expect((await ask(proofFor(BOT, 'short'), { nonce: 'short' })).status).toBe(400);
  const tokens = { commandTokens: COMMAND_TOKENS, webhookTokens: COMMAND_TOKENS };
  const [one, two] = [knownTokens(BOT, NONCE, tokens), knownTokens(BOT, other, tokens)];
  expect(new Set([...one.commands, ...one.webhooks, ...two.commands, ...two.webhooks]).size).toBe(4);
});

it('is not there at the address of the site', async () => {
  expect((await ask(proofFor(BOT, NONCE), { url: backend.url })).status).toBe(404);
});
