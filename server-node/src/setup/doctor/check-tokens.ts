import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { KNOWN_TOKENS_PATH, knownTokens, proofFor } from '../../callers/known-tokens.ts';
import type { Check } from './doctor-context.ts';
import { fault, notChecked, ok, type Finding } from './finding.ts';
import { listeningAt } from './listening-at.ts';

const PATIENCE_MS = 10_000;
const RESTART = 'restart the backend: it knows only the settings it started with.';
const answer = z.object({ commands: z.array(z.string()), webhooks: z.array(z.string()) });

/** Whether the backend that runs was started with the tokens that the settings have by now. */
export const checkTokens: Check = async ({ config: { http, mattermost }, fetch }) => {
  const at = http.integrations ?? http;
  if (at.port === 0) return [notChecked('tokens', 'the port is 0, any free one')];
  const nonce = randomBytes(16).toString('hex');
  const response = await fetch(`${listeningAt(at)}${KNOWN_TOKENS_PATH}?nonce=${nonce}`, {
    headers: { Authorization: `Proof ${proofFor(mattermost.botToken, nonce)}` },
    signal: AbortSignal.timeout(PATIENCE_MS),
  }).catch(() => undefined);
  if (response?.status === 401)
    return [fault('tokens', "The running backend has another bot's token than the settings.", RESTART)];
  const running = answer.safeParse(await response?.json().catch(() => undefined)).data;
  if (running === undefined) return [notChecked('tokens', 'the running backend does not say; it is older')];
  const here = knownTokens(mattermost.botToken, nonce, mattermost);
  return [
    tokensFinding([
      ['slash commands', here.commands, running.commands],
      ['webhooks', here.webhooks, running.webhooks],
    ]),
  ];
};

type Kind = readonly [what: string, here: readonly string[], running: readonly string[]];

function tokensFinding(kinds: readonly Kind[]): Finding {
  const lacks = kinds.map(([what, here, running]) => counted(here, running, what)).filter(Boolean);
  const keeps = kinds.map(([what, here, running]) => counted(running, here, what)).filter(Boolean);
  const saw = [
    ...(lacks.length > 0
      ? [`The running backend does not know tokens of the settings: ${lacks.join(', ')}.`]
      : []),
    ...(keeps.length > 0
      ? [`It still takes tokens that the settings no longer have: ${keeps.join(', ')}.`]
      : []),
  ];
  if (saw.length > 0) return fault('tokens', saw.join(' '), RESTART);
  return ok('tokens', 'The running backend knows all tokens of the settings, and no others.');
}

/** @returns empty when all of `some` are among `others` */
function counted(some: readonly string[], others: readonly string[], what: string): string {
  const missing = some.filter((one) => !others.includes(one)).length;
  return missing === 0 ? '' : `${missing} of ${what}`;
}
