import type { DueView } from '@todo-node/server/contract/api';
import type { DueViewName } from '@todo-node/server/contract/vocabulary';
import type { Request } from './request.ts';
import { parseDueView } from './views.ts';

export const makeGetDueView =
  (request: Request) =>
  async (view: DueViewName): Promise<DueView> =>
    parseDueView((await request(`/views/${view}`)).body);
