import type { TodosView } from '@todo-node/server/contract/api';
import type { Request } from './request.ts';
import { parseTodos } from './views.ts';

/** What others ask of the person, or what the person asked of them. */
export const makeGetTodos =
  (request: Request) =>
  async (which: 'requests' | 'sent'): Promise<TodosView> =>
    parseTodos((await request(`/${which}`)).body);
