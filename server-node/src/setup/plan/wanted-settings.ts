import { hookToken } from '../../callers/hook-token.ts';
import { TOKEN_ID } from '../admin/bot-token.ts';
import type { Observed } from './observed.ts';
import { isPlainValue } from '../settings-file.ts';
import { boundToken, isGoodPlace, isGoodToken } from './bound-token.ts';
import { integrationsAddress, integrationsSettings } from './integrations-address.ts';
import { oursOf, type Ours } from './ours.ts';
import { TRIGGER, type Wanted } from './wanted.ts';

/** Tokens that setup made in this run; undefined: not needed. */
export interface MadeTokens {
  bot?: { token: string; id: string };
  commands: readonly string[];
  webhooks: readonly string[];
}

/** The lines that setup keeps and that are not yet as they should be. */
export function settingsToWrite(
  observed: Observed,
  wanted: Wanted,
  made: MadeTokens,
): Record<string, string> {
  const { values } = observed.settings;
  const ours = oursOf(observed, wanted);
  const right = {
    MATTERMOST_URL: wanted.mattermostUrl,
    ...givenOf(wanted),
    TODO_TRIGGER_WORDS: values['TODO_TRIGGER_WORDS'] ?? TRIGGER,
    ...(made.bot === undefined ? {} : { MATTERMOST_BOT_TOKEN_TODO: made.bot.token, [TOKEN_ID]: made.bot.id }),
    MATTERMOST_COMMAND_TOKEN_TODO: joined(
      values['MATTERMOST_COMMAND_TOKEN_TODO'],
      commandTokens(observed, ours),
      made.commands,
    ),
    MATTERMOST_WEBHOOK_TOKEN_TODO: joined(
      values['MATTERMOST_WEBHOOK_TOKEN_TODO'],
      webhookTokens(observed, ours),
      made.webhooks,
    ),
    ...integrationsSettings(integrationsAddress(observed, wanted), observed),
  };
  const changed = Object.entries(right).filter(([name, value]) => value !== (values[name] ?? ''));
  return Object.fromEntries(changed);
}

function givenOf({ settings: { PORT, DATABASE_URL } = {} }: Wanted): Record<string, string> {
  return { ...(PORT !== undefined && { PORT }), ...(DATABASE_URL !== undefined && { DATABASE_URL }) };
}

interface Tokens {
  ours: string[];
  all: string[];
}

function commandTokens({ teams }: Observed, ours: Ours): Tokens {
  const good = teams.flatMap((team) => team.commands).filter(({ token }) => isGoodToken(token));
  const mine = good.filter((command) => ours.command(command));
  return { ours: mine.map(({ token }) => token), all: good.map(({ token }) => token) };
}

function webhookTokens({ webhooks }: Observed, ours: Ours): Tokens {
  const good = webhooks.filter((hook) => isGoodToken(hook.token) && isGoodPlace(hook));
  const mine = good.filter((hook) => ours.webhook(hook));
  return { ours: mine.map(boundToken), all: good.map(boundToken) };
}

/** Tokens in their old order, without those that Mattermost no longer knows: such a one may have leaked. */
function joined(given: string | undefined, { ours, all }: Tokens, made: readonly string[]): string {
  const known = all.map(tokenOf);
  const old = (given ?? '').split(',').map((entry) => entry.trim());
  const bound = old.map((entry) => ours.find((one) => tokenOf(one) === tokenOf(entry)) ?? entry);
  const kept = bound.filter((entry) => known.includes(tokenOf(entry)) && isPlainValue(entry));
  return [...new Set([...kept, ...ours, ...made])].filter((entry) => tokenOf(entry) !== '').join(',');
}

const tokenOf = (entry: string): string => hookToken(entry).token;
