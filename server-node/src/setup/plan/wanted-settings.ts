import { hookToken } from '../../callers/hook-token.ts';
import type { WebhookRecord } from '../admin/site-records.ts';
import type { Observed } from './observed.ts';
import { isOurCommandUrl, isOurWebhookUrl, TRIGGER, type Wanted } from './wanted.ts';

/** Tokens that setup made in this run; undefined: not needed. */
export interface MadeTokens {
  bot?: string;
  commands: readonly string[];
  webhooks: readonly string[];
}

/** Of the lines that setup keeps, those that are not yet as they should be. */
export function settingsToWrite(
  observed: Observed,
  wanted: Wanted,
  made: MadeTokens,
): Record<string, string> {
  const { values } = observed.settings;
  const right = {
    MATTERMOST_URL: wanted.mattermostUrl,
    ...(made.bot === undefined ? {} : { MATTERMOST_BOT_TOKEN_TODO: made.bot }),
    MATTERMOST_COMMAND_TOKEN_TODO: joined(
      values['MATTERMOST_COMMAND_TOKEN_TODO'],
      commandTokens(observed),
      made.commands,
    ),
    MATTERMOST_WEBHOOK_TOKEN_TODO: joined(
      values['MATTERMOST_WEBHOOK_TOKEN_TODO'],
      webhookTokens(observed),
      made.webhooks,
    ),
  };
  const changed = Object.entries(right).filter(([name, value]) => value !== (values[name] ?? ''));
  return Object.fromEntries(changed);
}

interface Tokens {
  ours: string[];
  all: string[];
}

function commandTokens({ teams }: Observed): Tokens {
  const commands = teams.flatMap((team) => team.commands);
  const ours = commands.filter(({ trigger, url }) => trigger === TRIGGER && isOurCommandUrl(url));
  return { ours: ours.map(({ token }) => token), all: commands.map(({ token }) => token) };
}

function webhookTokens({ webhooks }: Observed): Tokens {
  const ours = webhooks.filter(({ callback_urls: urls }) => urls.some(isOurWebhookUrl));
  return { ours: ours.map(boundToken), all: webhooks.map(boundToken) };
}

/** Good for its own channel only: whoever administers the team can read it. */
export const boundToken = ({ token, channel_id: channel, team_id: team }: WebhookRecord): string =>
  `${token}@${channel === '' ? team : channel}`;

/** Tokens in their old order, without those that Mattermost no longer knows: such a one may have leaked. */
function joined(given: string | undefined, { ours, all }: Tokens, made: readonly string[]): string {
  const known = all.map(tokenOf);
  const old = (given ?? '').split(',').map((entry) => entry.trim());
  const bound = old.map((entry) => ours.find((one) => tokenOf(one) === tokenOf(entry)) ?? entry);
  const kept = bound.filter((entry) => known.includes(tokenOf(entry)));
  return [...new Set([...kept, ...ours, ...made])].filter((entry) => tokenOf(entry) !== '').join(',');
}

const tokenOf = (entry: string): string => hookToken(entry).token;
