import type { IncomingMessage, ServerResponse } from 'node:http';
import type { PluginApi } from 'mattermost-plugin-host';
import { PLUGIN_PATH, SETTINGS_STATE_PATH } from '../contract/paths.ts';
import type { SettingsStateView } from '../contract/api.ts';
import { refuseAtEntrance } from './refuse-at-entrance.ts';
import { rememberUser, userOf } from './request-user.ts';

/** Mattermost cuts the plugin's path off. */
const PATH = SETTINGS_STATE_PATH.slice(PLUGIN_PATH.length);
/** Whoever may see the plugin's settings in the System Console. */
const PERMISSION = 'sysconsole_read_plugins';

export const asksForSettingsState = ({ method, url }: IncomingMessage): boolean =>
  method === 'GET' && url?.split('?')[0] === PATH;

/** Answered outside of the server, which may not have started, for the very reason that is asked for. */
export async function serveSettingsState(
  api: Pick<PluginApi, 'HasPermissionTo'>,
  view: SettingsStateView,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  rememberUser(request);
  const userId = userOf(request);
  const mayRead = userId !== undefined && (await api.HasPermissionTo(userId, { Id: PERMISSION }));
  if (!mayRead) {
    const message = 'Only those who may see the settings of plugins in the System Console are told.';
    return refuseAtEntrance(response, { status: 403, code: 'forbidden', message });
  }
  response.writeHead(200, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
  response.end(JSON.stringify(view));
}
