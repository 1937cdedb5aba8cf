import type { IncomingMessage, ServerResponse } from 'node:http';
import type { PluginApi } from 'mattermost-plugin-host';
import type { SettingsStateView } from '../contract/api.ts';
import { isRefusedToReader } from './refuse-to-reader.ts';

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
