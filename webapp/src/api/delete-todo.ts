import type { ChangeView } from '@todo-node/server/contract/todo-view';
import type { Request } from './request.ts';
import { parseChange } from './views.ts';

export const makeDeleteTodo =
  (request: Request) =>
  async (id: string): Promise<ChangeView> =>
    parseChange((await request(`/todos/${encodeURIComponent(id)}`, { method: 'DELETE' })).body);
