import { created, OK } from '../http/answers.ts';
import type { ApiRouter } from '../http/api-router.ts';
import { idParam, numberQuery, objectBody, query, type Call } from '../http/call.ts';
import { MattermostError } from '../http/mattermost-error.ts';
import { newIntegration, renewToken } from '../integrations/new-integration.ts';
import { insist, isAdmin, managesTeam } from '../people/permissions.ts';
import { serviceSetting } from '../site/config-section.ts';
import type { OutgoingHook } from '../site/records.ts';
import type { Site } from '../site/site.ts';
import { hookFields, intersects, type HookFields } from './hook-views.ts';

export function outgoingHookRoutes(site: Site, api: ApiRouter): void {
  api.on('post', '/hooks/outgoing', (call) => create(site, call));
  api.on('get', '/hooks/outgoing', (call) => list(site, call));
  api.on('get', '/hooks/outgoing/:hook_id', (call) => wantedHook(site, call));
  api.on('put', '/hooks/outgoing/:hook_id', (call) => update(site, call));
  api.on('delete', '/hooks/outgoing/:hook_id', (call) => {
    site.world.outgoingHooks.delete(wantedHook(site, call).id);
    return OK;
  });
  api.on('post', '/hooks/outgoing/:hook_id/regen_token', (call) =>
    renewToken(wantedHook(site, call), site.now()),
  );
}

const disabled = (status: number) =>
  new MattermostError(
    status,
    'api.outgoing_webhook.disabled.app_error',
    'Outgoing webhooks have been disabled by the system admin.',
  );

function insistEnabled(site: Site): void {
  if (serviceSetting(site.world, 'EnableOutgoingWebhooks') !== true) throw disabled(501);
}

function wantedHook(site: Site, call: Call): OutgoingHook {
  insistEnabled(site);
  const hook = site.world.outgoingHooks.get(idParam(call, 'hook_id'));
  if (hook === undefined) {
    throw new MattermostError(404, 'app.webhooks.get_outgoing.app_error', 'Unable to get the webhook.');
  }
  insist(managesTeam(site, hook.team_id, call.user));
  return hook;
}

function create(site: Site, call: Call): unknown {
  insistEnabled(site);
  const body = objectBody(call.req, 'outgoing_webhook');
  insist(managesTeam(site, String(body['team_id']), call.user));
  const fields = hookFields(body);
  checkPlace(site, fields);
  const hook: OutgoingHook = { ...newIntegration(call.user.id, site.now()), ...fields };
  site.world.outgoingHooks.set(hook.id, hook);
  return created(hook);
}

function checkPlace(site: Site, fields: HookFields, exceptId = ''): void {
  const channel = site.world.channels.get(fields.channel_id);
  if (fields.channel_id !== '' && channel?.type !== 'O') throw disabled(403);
  const others = [...site.world.outgoingHooks.values()].filter(
    ({ id, team_id }) => id !== exceptId && team_id === fields.team_id,
  );
  if (others.some((other) => intersects(fields, other))) {
    throw new MattermostError(
      500,
      'api.webhook.create_outgoing.intersect.app_error',
      'Outgoing webhooks from the same channel cannot have the same trigger words/callback URLs.',
    );
  }
}

function update(site: Site, call: Call): unknown {
  const hook = wantedHook(site, call);
  const body = objectBody(call.req, 'outgoing_webhook');
  // Mattermost empties what is not sent, the token too.
  const fields = hookFields({ ...body, team_id: hook.team_id });
  checkPlace(site, fields, hook.id);
  return Object.assign(hook, fields, {
    token: String(body['token'] ?? ''),
    creator_id: call.user.id,
    update_at: site.now(),
  });
}

function list(site: Site, call: Call): unknown {
  insistEnabled(site);
  const [teamId, channelId] = [query(call.req, 'team_id'), query(call.req, 'channel_id')];
  insist(teamId === '' ? isAdmin(call.user) : managesTeam(site, teamId, call.user));
  const perPage = Math.min(numberQuery(call.req, 'per_page', 60), 200);
  const start = numberQuery(call.req, 'page', 0) * perPage;
  return [...site.world.outgoingHooks.values()]
    .filter(({ team_id }) => teamId === '' || team_id === teamId)
    .filter(({ channel_id }) => channelId === '' || channel_id === channelId)
    .slice(start, start + perPage);
}
