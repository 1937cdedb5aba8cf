import { z } from 'zod';
import { PLUGIN_ID } from '../../contract/manifest.ts';
import { PLUGIN_PATH, WEBHOOK_PATH } from '../../contract/paths.ts';
import { callJson } from '../../mattermost/rest/rest-json.ts';
import { readPages } from '../admin/read-pages.ts';
import { webhookRecord } from '../admin/site-records.ts';
import { refusesWrongToken } from './check-webhooks.ts';
import type { SiteCheck } from './doctor-context.ts';
import { fault, NEEDS_ADMIN, notChecked, ok } from './finding.ts';
import { makersOf } from './makers.ts';
import { selectWebhooks, type OurWebhook } from './select-webhooks.ts';

const NONE = 'There is none: "todo ..." in a channel is not for the bot.';
/** A secret is shown as asterisks, and an empty one as nothing. */
const settings = z.object({
  PluginSettings: z.object({
    Plugins: z
      .object({ [PLUGIN_ID]: z.object({ webhooktokens: z.string().default('') }).nullish() })
      .nullish(),
  }),
});

/** Which tokens the settings bind to their places Mattermost does not tell either, so all of them are named. */
function howToBeCaughtUp(ours: readonly OurWebhook[]): string {
  const places = ours.map(({ hook }) => hook.channel_id || hook.team_id);
  const entries = [...new Set(places)].map((place) => `TOKEN@${place}`).join(', ');
  return `What is written while it is away is carried out later only where System Console > Plugins > Todo has the token with its place: ${entries}.`;
}

/** The outgoing webhooks that lead to us: some token is known, and their address is the plugin's. */
export const checkManagedWebhooks: SiteCheck = async (context) => {
  const { admin, siteUrl = context.url } = context;
  if (admin === undefined) return [notChecked('webhooks', NEEDS_ADMIN)];
  const all = await readPages(admin.call, '/api/v4/hooks/outgoing', webhookRecord);
  // Mattermost does not tell which tokens the plugin has.
  const makers = await makersOf(admin.call, undefined);
  const { ours, others } = selectWebhooks(all, makers, { ownUrls: [siteUrl], isKnown: () => false });
  const urls = new Set(ours.map(({ url }) => url));
  if (urls.size === 0) return [ok('webhooks', `${NONE}${others}`)];
  const config = await callJson(admin.call, { method: 'GET', path: '/api/v4/config' }, settings);
  if ((config.PluginSettings.Plugins?.[PLUGIN_ID]?.webhooktokens ?? '') === '') {
    const fix = 'put their tokens into System Console > Plugins > Todo, one a line.';
    return [fault('webhooks', `There are some, and the plugin has no token of any.`, fix)];
  }
  for (const url of urls) {
    if (await refusesWrongToken(context, url)) continue;
    const fix = `give ${siteUrl}${PLUGIN_PATH}${WEBHOOK_PATH} as its callback URL in Integrations.`;
    return [fault('webhooks', `The backend does not answer at ${url}, as seen from here.`, fix)];
  }
  const answers = `The backend answers at the address of each (${[...urls].join(', ')}).`;
  return [ok('webhooks', `${answers} ${howToBeCaughtUp(ours)}${others}`)];
};
