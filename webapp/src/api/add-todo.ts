import type { AddTodoBody } from '@todo-node/server/contract/api';
import type { ChangeView, ListRef } from '@todo-node/server/contract/todo-view';
import type { Request } from './request.ts';
import { parseChange } from './views.ts';

export const makeAddTodo =
  (request: Request) =>
  async (ref: ListRef, body: AddTodoBody): Promise<ChangeView> =>
    parseChange((await request(`/lists/${encodeURIComponent(ref)}/todos`, { method: 'POST', body })).body);
