import { PLUGIN_PATH, WEBHOOK_PATH } from '../../contract/paths.ts';
import type { CommandRecord, WebhookRecord } from '../admin/site-records.ts';
import { boundToken } from './bound-token.ts';
import { chooseTeams } from './choose-teams.ts';
import { integrationsAddress } from './integrations-address.ts';
import type { Observed } from './observed.ts';
import { isCommandPath, isWebhookPath, TRIGGER, type Wanted } from './wanted.ts';

/** Tells the commands and webhooks of setup from those that other people have made with the same end of the address. */
export interface Ours {
  command(command: CommandRecord): boolean;
  webhook(hook: WebhookRecord): boolean;
  /** The settings hold its token already, and for a webhook's place. */
  knowsCommand(command: CommandRecord): boolean;
  knowsWebhook(hook: WebhookRecord): boolean;
}

/**
 * An address counts when it is the one that setup writes, or in a wanted place one of an earlier run. Whoever may make
 * webhooks may write that address too, and knows the token then: so a webhook is ours in a wanted team or channel or of
 * the makers only, and a command, whose token is good everywhere, of the makers only, if the settings lack its token.
 */
export function oursOf(observed: Observed, wanted: Wanted): Ours {
  const backendUrl = backendUrlOf(observed, wanted);
  const makers = [observed.admin.id, ...(observed.account.kind === 'bot' ? [observed.account.ownerId] : [])];
  const teams = chooseTeams(observed.teams, wanted).chosen.map(({ id }) => id);
  const channels = observed.channels.flatMap(({ found }) => found?.id ?? []);
  const given = (name: string) => (observed.settings.values[name] ?? '').split(',').map((one) => one.trim());
  const commandTokens = given('MATTERMOST_COMMAND_TOKEN_TODO');
  const webhookTokens = given('MATTERMOST_WEBHOOK_TOKEN_TODO');
  const knowsCommand = ({ token }: CommandRecord) => token !== '' && commandTokens.includes(token);
  const knowsWebhook = (hook: WebhookRecord) =>
    hook.token !== '' && [hook.token, boundToken(hook)].some((entry) => webhookTokens.includes(entry));
  const trustsWebhook = (hook: WebhookRecord) => makers.includes(hook.creator_id) || knowsWebhook(hook);
  const isWanted = (hook: WebhookRecord) =>
    channels.includes(hook.channel_id) || teams.includes(hook.team_id);
  return {
    knowsCommand,
    knowsWebhook,
    command: (one) =>
      one.trigger === TRIGGER &&
      isCommandPath(one.url) &&
      (makers.includes(one.creator_id) || knowsCommand(one)),
    webhook: (hook) =>
      hook.callback_urls.includes(backendUrl + PLUGIN_PATH + WEBHOOK_PATH)
        ? isWanted(hook) || trustsWebhook(hook)
        : isWanted(hook) && trustsWebhook(hook) && hook.callback_urls.some(isWebhookPath),
  };
}

/** Where Mattermost finds the backend. */
export const backendUrlOf = (observed: Observed, wanted: Wanted): string =>
  integrationsAddress(observed, wanted).url;
