import type { Observed } from './observed.ts';
import { backendUrlOf } from './ours.ts';
import {
  commandLocale,
  triggerWordsOf,
  wantedCommand,
  wantedWebhook,
  webhookAddress,
  type Wanted,
} from './wanted.ts';

/** What slash commands and outgoing webhooks of this site should be, for the plan and for carrying it out. */
export function wantedIntegrations(observed: Observed, wanted: Wanted) {
  const { config, settings } = observed;
  const backendUrl = backendUrlOf(observed, wanted);
  return {
    command: wantedCommand(backendUrl, commandLocale(settings.values, config)),
    webhook: wantedWebhook(backendUrl, triggerWordsOf(settings.values)),
    webhookUrl: webhookAddress(backendUrl),
  };
}

export type WantedIntegrations = ReturnType<typeof wantedIntegrations>;
