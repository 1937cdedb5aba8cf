import type { EditTodoBody } from '@todo-node/server/contract/api';
import type { ChangeView } from '@todo-node/server/contract/todo-view';
import type { Request } from './request.ts';
import { parseChange } from './views.ts';

export const makeEditTodo =
  (request: Request) =>
  async (id: string, body: EditTodoBody): Promise<ChangeView> =>
    parseChange((await request(`/todos/${encodeURIComponent(id)}`, { method: 'PATCH', body })).body);
