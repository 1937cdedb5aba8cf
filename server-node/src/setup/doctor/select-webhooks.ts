import type { WebhookRecord } from '../admin/site-records.ts';
import { isWebhookPath, webhookAddress } from '../plan/wanted.ts';

export interface OurWebhook {
  hook: WebhookRecord;
  /** Where it leads, and where doctor may ask. */
  url: string;
}

export interface Selected {
  ours: OurWebhook[];
  /** For the end of a sentence: how many end like ours and are somebody else's. */
  others: string;
}

/**
 * Anybody may make a webhook whose address ends like ours. Ours are those of the makers, and those with a known token
 * that lead to the site or to the backend's own address: nothing is sent to an address that somebody else has chosen.
 *
 * @param ownUrls of the site, and of the backend as Mattermost reaches it
 * @param isKnown whether the settings hold its token
 */
export function selectWebhooks(
  hooks: readonly WebhookRecord[],
  makers: readonly string[],
  { ownUrls, isKnown }: { ownUrls: readonly string[]; isKnown: (hook: WebhookRecord) => boolean },
): Selected {
  const alike = hooks.filter(({ callback_urls: urls }) => urls.some(isWebhookPath));
  const addresses = ownUrls.map(webhookAddress);
  const ours = alike.flatMap((hook) => {
    const isMade = makers.includes(hook.creator_id);
    const url = hook.callback_urls.find((one) => (isMade ? isWebhookPath(one) : addresses.includes(one)));
    return url !== undefined && (isMade || isKnown(hook)) ? [{ hook, url }] : [];
  });
  const count = alike.length - ours.length;
  return { ours, others: count === 0 ? '' : ` ${count} made by others, or leading elsewhere, left alone.` };
}
