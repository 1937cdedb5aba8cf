import type { IncomingMessage, ServerResponse } from 'node:http';
import type { PluginApi } from 'mattermost-plugin-host';
import { PLUGIN_PATH, SETTINGS_STATE_PATH } from '../contract/paths.ts';
import type { SettingsStateView } from '../contract/api.ts';
import { isRefusedToReader } from './refuse-to-reader.ts';

/** Mattermost cuts the plugin's path off. */
const PATH = SETTINGS_STATE_PATH.slice(PLUGIN_PATH.length);

export const asksForSettingsState = ({ method, url }: IncomingMessage): boolean =>
  method === 'GET' && url?.split('?')[0] === PATH;

/** Answered outside of the server, which may not have started, for the very reason that is asked for. */
export async function serveSettingsState(
  api: Pick<PluginApi, 'HasPermissionTo'>,
  view: SettingsStateView,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (await isRefusedToReader(api, request, response)) return;
  response.writeHead(200, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
  response.end(JSON.stringify(view));
}
