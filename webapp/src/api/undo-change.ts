import type { ChangeView } from '@todo-node/server/contract/todo-view';
import type { Request } from './request.ts';
import { parseChange } from './views.ts';

export const makeUndoChange =
  (request: Request) =>
  async (changeId: string): Promise<ChangeView> =>
    parseChange((await request(`/changes/${encodeURIComponent(changeId)}/undo`, { method: 'POST' })).body);
