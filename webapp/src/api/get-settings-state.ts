import type { SettingsStateView } from '@todo-node/server/contract/api';
import { SETTINGS_STATE_PATH, API_PATH } from '@todo-node/server/contract/paths';
import { isRecord, isText } from './guards.ts';
import { RequestFailure } from './request-failure.ts';
import type { Request } from './request.ts';

export const makeGetSettingsState = (request: Request) => async (): Promise<SettingsStateView> => {
  const { body } = await request(SETTINGS_STATE_PATH.slice(API_PATH.length));
  const refused = isRecord(body) ? body['refused'] : undefined;
  if (Array.isArray(refused) && refused.every(isText)) return { refused };
  throw new RequestFailure('no_route', 'Expected the refused settings; got something else.');
};
