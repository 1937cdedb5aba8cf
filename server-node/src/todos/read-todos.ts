import { AppError } from '../shared/app-error.ts';
import type { Reads } from './acts.ts';
import { selectTodos } from './select-todos.ts';
import type { TodoStore } from './ports.ts';
import { makeAskedByUndo } from './undo-change.ts';

const MAX_PAGE = 500;
const MAX_HISTORY = 200;

export function makeReads(store: TodoStore): Reads {
  return {
    list: (listId) => store.list(listId),
    page: async (listId, query) => {
      checkLimit(query.limit);
      return store.page(listId, query);
    },
    find: async (id) => (await store.find(id)) ?? missing('todo_not_found', `There is no to-do ${id}.`),
    select: (listId, which) => selectTodos(store, listId, which),
    due: async (query) => {
      checkLimit(query.limit);
      return store.due(query);
    },
    requests: async (personId, limit) => {
      checkLimit(limit);
      return store.requests(personId, limit);
    },
    sent: async (query) => {
      checkLimit(query.limit);
      return store.sent(query);
    },
    mine: async (personId, limit) => {
      checkLimit(limit);
      return store.mine(personId, limit);
    },
    wentAway: async (listId, id) => (await store.wentAway(listId, { ids: [id] }))[0],
    askedByUndo: makeAskedByUndo(store),
    findByWords: async (listId, query) => {
      checkLimit(query.limit);
      return store.findByWords(listId, query);
    },
    completers: (ids) => store.completers(ids),
    history: (id) => store.history(id, MAX_HISTORY),
    changeOf: async (id) => {
      const [line] = await store.change(id);
      if (line === undefined) return missing('not_found', `There is no change ${id}.`);
      return { listId: line.madeIn, actorId: line.actorId };
    },
  };
}

function checkLimit(limit: number): void {
  if (!(Number.isInteger(limit) && limit >= 1 && limit <= MAX_PAGE)) {
    throw new AppError('invalid_input', `A page has 1 to ${MAX_PAGE} to-dos; got limit ${limit}.`);
  }
}

function missing(code: 'todo_not_found' | 'not_found', message: string): never {
  throw new AppError(code, message);
}
