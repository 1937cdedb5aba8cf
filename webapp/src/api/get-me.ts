import type { MeView } from '@todo-node/server/contract/api';
import type { Request } from './request.ts';
import { parseMe } from './views.ts';

export const makeGetMe = (request: Request) => async (): Promise<MeView> =>
  parseMe((await request('/me')).body);
