import type { EditSettingsBody } from '@todo-node/server/contract/api';
import type { Request } from './request.ts';
import { parseSettings, type ReadSettings } from './settings-view.ts';

export const makeEditSettings =
  (request: Request) =>
  async (body: EditSettingsBody): Promise<ReadSettings> =>
    parseSettings((await request('/me/settings', { method: 'PATCH', body })).body);
