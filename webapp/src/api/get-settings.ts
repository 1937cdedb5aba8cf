import type { Request } from './request.ts';
import { parseSettings, type ReadSettings } from './settings-view.ts';

export const makeGetSettings = (request: Request) => async (): Promise<ReadSettings> =>
  parseSettings((await request('/me/settings')).body);
