import type { IncomingMessage, ServerResponse } from 'node:http';
import type { PluginApi } from 'mattermost-plugin-host';
import { refuseAtEntrance } from './refuse-at-entrance.ts';
import { rememberUser, userOf } from './request-user.ts';

/** Whoever may see the plugin's settings in the System Console. */
const PERMISSION = 'sysconsole_read_plugins';

/** Refuses all who may not see the plugin's settings. @returns whether it did, and so answered */
export async function isRefusedToReader(
  api: Pick<PluginApi, 'HasPermissionTo'>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  rememberUser(request);
  const userId = userOf(request);
  if (userId !== undefined && (await api.HasPermissionTo(userId, { Id: PERMISSION }))) return false;
  const message = 'Only those who may see the settings of plugins in the System Console are told.';
  refuseAtEntrance(response, { status: 403, code: 'forbidden', message });
  return true;
}
