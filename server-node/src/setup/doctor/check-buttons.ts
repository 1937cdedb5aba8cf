import { z } from 'zod';
import { PLUGIN_PATH } from '../../contract/paths.ts';
import { RestError } from '../../mattermost/rest/rest-error.ts';
import { callJson } from '../../mattermost/rest/rest-json.ts';
import type { TeamRecord } from '../admin/site-records.ts';
import type { Check, DoctorContext } from './doctor-context.ts';
import { fault, notChecked, ok } from './finding.ts';
import { teamsOfBot, townSquareOf } from './where-bot-is.ts';

/**
 * Whether Mattermost itself reaches the backend by the address that people use, as it does for each button and dialog:
 * it is asked to hand a dialog in there that nobody filled in.
 */
export const checkButtons: Check = async (context) => {
  const { bot, siteUrl } = context;
  if (siteUrl === undefined) {
    return [fault('buttons', 'Mattermost has no SiteURL, so posts have no buttons.', 'set SiteURL.')];
  }
  const [team] = await teamsOfBot(bot);
  if (team === undefined) return [notChecked('buttons', 'the bot is in no team')];
  const url = `${siteUrl.replace(/\/+$/, '')}${PLUGIN_PATH}/healthz`;
  try {
    await handIn(context, team, url);
    return [ok('buttons', `Mattermost itself reaches the backend at ${siteUrl}, for buttons and dialogs.`)];
  } catch (error) {
    if (!(error instanceof RestError)) throw error;
    return [
      fault(
        'buttons',
        `Mattermost itself does not get through to ${url} (${error.message}), so buttons and dialogs do nothing.`,
        'let the machine of Mattermost resolve and reach SiteURL, through the proxy, and trust its certificate; AllowedUntrustedInternalConnections plays no part in it.',
      ),
    ];
  }
};

async function handIn({ bot }: DoctorContext, team: TeamRecord, url: string): Promise<void> {
  const channel = await townSquareOf(bot, team);
  const place = { channel_id: channel.id, team_id: team.id };
  const body = JSON.stringify({ url, callback_id: '', state: '', submission: {}, cancelled: true, ...place });
  await callJson(bot, { method: 'POST', path: '/api/v4/actions/dialogs/submit', body }, z.unknown());
}
