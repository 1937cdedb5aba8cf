import { text } from '../http/call.ts';
import { MattermostError } from '../http/mattermost-error.ts';
import { isWebAddress } from '../hooks/hook-views.ts';
import type { Command, Integration, Json } from '../site/records.ts';

export type CommandFields = Omit<Command, keyof Integration | 'plugin_id'>;

export function commandFields(body: Json): CommandFields {
  const trigger = text(body['trigger']).toLowerCase();
  if (!/^[^/\s][^\s]{0,127}$/.test(trigger)) throw refused('trigger', 'Invalid trigger.');
  const url = text(body['url']);
  if (!isWebAddress(url) || url.length > 1024) {
    throw refused('url_http', 'Invalid URL. Must be a valid URL and start with http:// or https://.');
  }
  const method = body['method'];
  if (method !== 'P' && method !== 'G') throw refused('method', 'Invalid Method.');
  return {
    team_id: text(body['team_id']),
    trigger,
    method,
    username: text(body['username']),
    icon_url: text(body['icon_url']),
    auto_complete: body['auto_complete'] === true,
    auto_complete_desc: text(body['auto_complete_desc']),
    auto_complete_hint: text(body['auto_complete_hint']),
    display_name: text(body['display_name']),
    description: text(body['description']),
    url,
  };
}

const refused = (what: string, message: string) =>
  new MattermostError(400, `model.command.is_valid.${what}.app_error`, message);
