import type { Request } from 'express';
import { OK } from '../http/answers.ts';
import type { ApiRouter } from '../http/api-router.ts';
import { objectBody, text, type Call } from '../http/call.ts';
import { invalidBody, MattermostError, noPermission, noSuchChannel } from '../http/mattermost-error.ts';
import { callAsPresser } from '../integrations/call-as-presser.ts';
import { mayRead, teamMember } from '../people/permissions.ts';
import type { Json } from '../site/records.ts';
import type { Site } from '../site/site.ts';
import { readTriggerId } from '../integrations/trigger-id.ts';

const LIFE_MS = 30_000;

export function dialogRoutes(site: Site, api: ApiRouter): void {
  api.open('post', '/actions/dialogs/open', (req) => openDialog(site, req));
  api.on('post', '/actions/dialogs/submit', (call) => submitDialog(site, call));
}

/** No session is asked for, and nothing of the dialog is looked at: the trigger id says whom it is shown to. */
function openDialog(site: Site, req: Request): unknown {
  const body = objectBody(req, 'dialog');
  const trigger = readTriggerId(text(body['trigger_id']));
  if (trigger === undefined || site.now() - trigger.at > LIFE_MS) {
    throw new MattermostError(
      400,
      'interactive_message.decode_trigger_id.expired',
      'Trigger ID has expired.',
    );
  }
  if (text(body['url']) === '') throw invalidBody('url');
  const dialog = JSON.stringify({ trigger_id: trigger.id, url: body['url'], dialog: body['dialog'] });
  site.events.publish('open_dialog', { dialog }, { userId: trigger.userId });
  return OK;
}

/** All but the person is what the client says. */
async function submitDialog(site: Site, call: Call): Promise<unknown> {
  const body = objectBody(call.req, 'dialog');
  const channel = site.world.channels.get(text(body['channel_id']));
  if (channel === undefined) throw noSuchChannel(text(body['channel_id']));
  const inTeam = teamMember(site, text(body['team_id']), call.user.id) !== undefined;
  if (!inTeam || !mayRead(site, channel, call.user)) throw noPermission();
  const { callback_id, state, submission, cancelled = false } = body;
  const { channel_id, team_id } = body;
  const submitted: Json = {
    ...{ type: 'dialog_submission', callback_id, state, user_id: call.user.id, channel_id, team_id },
    ...{ submission, cancelled },
  };
  try {
    return await callAsPresser(site, call, text(body['url']), submitted);
  } catch (error) {
    site.warn(`A dialog failed: ${String(error)}`);
    throw new MattermostError(400, 'app.submit_interactive_dialog.json_error', 'Dialog submission failed.');
  }
}
