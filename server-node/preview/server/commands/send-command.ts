import { callIntegration, formEncode } from '../integrations/call-integration.ts';
import type { IntegrationAnswer } from '../integrations/send-request.ts';
import { newTriggerId } from '../integrations/trigger-id.ts';
import { findByName } from '../people/new-user.ts';
import type { Command, User } from '../site/records.ts';
import type { Site } from '../site/site.ts';
import type { TypedCommand } from './execute-command.ts';
import type { ResponseUrls } from './response-urls.ts';

/** As a form, or in the query of a GET; the command's token proves who is calling. */
export function sendCommand(
  site: Site,
  urls: ResponseUrls,
  user: User,
  typed: TypedCommand,
  command: Command,
): Promise<IntegrationAnswer> {
  const form = formEncode(fields(site, urls, user, typed, command));
  const headers = { Accept: 'application/json', Authorization: `Token ${command.token}` };
  if (command.method === 'G') {
    const url = `${command.url}${command.url.includes('?') ? '&' : '?'}${form}`;
    return callIntegration(site, { method: 'GET', url, headers, body: '' });
  }
  const formHeaders = { ...headers, 'Content-Type': 'application/x-www-form-urlencoded' };
  return callIntegration(site, { method: 'POST', url: command.url, headers: formHeaders, body: form });
}

function fields(site: Site, urls: ResponseUrls, user: User, typed: TypedCommand, command: Command) {
  const responseId = urls.issue(typed.place, site.now());
  return {
    channel_id: typed.channel.id,
    channel_name: typed.channel.name,
    command: `/${typed.trigger}`,
    response_url: `${site.siteUrl()}/hooks/commands/${responseId}`,
    root_id: typed.place.rootId,
    team_domain: site.world.teams.get(typed.teamId)?.name ?? '',
    team_id: typed.teamId,
    text: typed.rest,
    token: command.token,
    trigger_id: newTriggerId(user.id, site.now()),
    user_id: user.id,
    user_name: user.username,
    ...mentionFields(site, typed),
  };
}

/** People and channels that the text names and that exist; left out when there are none. */
function mentionFields(site: Site, { rest, teamId }: TypedCommand): Record<string, string> {
  const named = (sign: string) =>
    [...rest.matchAll(new RegExp(`(?:^|[^\\w${sign}])${sign}([a-z0-9._-]+)`, 'gi'))].map(([, name = '']) =>
      name.toLowerCase(),
    );
  const users = named('@')
    .map((name) => findByName(site.world.users.values(), name))
    .filter((one) => one !== undefined);
  const channels = [...site.world.channels.values()].filter(
    (channel) => channel.team_id === teamId && named('~').includes(channel.name),
  );
  return {
    ...(users.length === 0
      ? {}
      : {
          user_mentions: users.map(({ username }) => username).join(' '),
          user_mentions_ids: users.map(({ id }) => id).join(' '),
        }),
    ...(channels.length === 0
      ? {}
      : {
          channel_mentions: channels.map(({ name }) => name).join(' '),
          channel_mentions_ids: channels.map(({ id }) => id).join(' '),
        }),
  };
}
