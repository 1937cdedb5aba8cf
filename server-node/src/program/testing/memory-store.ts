import type { ReplyDraft } from '../../replies/reply.ts';
import type { ListId } from '../../todos/list.ts';
import { hasWords } from '../../todos/match-words.ts';
import type { HistoryLine, ListRow, PageQuery, TodoReader, TodoWriter } from '../../todos/ports.ts';
import type { ChangeId, Todo } from '../../todos/todo.ts';

type Claims = Map<string, { changeId: ChangeId | null }>;

interface Content {
  lists: Map<ListId, ListRow>;
  todos: Map<string, Todo>;
  history: HistoryLine[];
  claims: Claims;
  outbox: ReplyDraft[];
}

/** A store that forgets; a transaction that throws leaves no trace. */
export function makeMemoryStore() {
  let content: Content = {
    lists: new Map(),
    todos: new Map(),
    history: [],
    claims: new Map(),
    outbox: [],
  };
  const reader = readerOf(() => content);
  return {
    ...reader,
    outbox: () => content.outbox.map(({ text }) => text),
    async transaction<T>(work: (writer: TodoWriter) => Promise<T>): Promise<T> {
      const before = structuredClone(content);
      try {
        return await work({ ...reader, ...writerOf(content) });
      } catch (error) {
        content = before;
        throw error;
      }
    },
    onChange: () => () => undefined,
    pruneClaims: async () => undefined,
    pruneHistory: async () => undefined,
    ping: async () => undefined,
  };
}

function readerOf(content: () => Content): TodoReader {
  const of = (id: ListId) => [...content().todos.values()].filter(({ listId }) => listId === id);
  return {
    list: async (id) => content().lists.get(id) ?? emptyList(id),
    page: async (id, query) => pageOf(of(id), query),
    find: async (id) => content().todos.get(id),
    findMany: async (ids) => ids.flatMap((id) => content().todos.get(id) ?? []),
    findByNumbers: async (id, numbers) => of(id).filter(({ number }) => numbers.includes(number)),
    findByWords: async (id, { words, state, extent, limit }) => {
      const { todos } = pageOf(of(id), { state, limit: Infinity });
      const found = todos.filter(({ text }) => hasWords(text, words, extent));
      return { todos: found.slice(0, limit), total: found.length };
    },
    completers: async (ids) =>
      new Map(
        content()
          .history.filter(({ todoId, act }) => act === 'done' && ids.includes(todoId))
          .map(({ todoId, actorId }) => [todoId, actorId]),
      ),
    history: async (id) => content().history.filter(({ todoId }) => todoId === id),
    change: async (id) => content().history.filter(({ changeId }) => changeId === id),
    lastUndoable: async (id, actorId) =>
      content().history.findLast(
        (line) =>
          line.listId === id &&
          line.actorId === actorId &&
          line.act !== 'undo' &&
          !isUndone(content(), line.changeId),
      )?.changeId,
    isUndone: async (id) => isUndone(content(), id),
  };
}

const isUndone = ({ history }: Content, id: ChangeId) => history.some(({ undoes }) => undoes === id);

const emptyList = (id: ListId): ListRow => ({ id, revision: 0, nextNumber: 1, openCount: 0, doneCount: 0 });

function pageOf(todos: readonly Todo[], { state, limit, cursor }: PageQuery) {
  const sorted = todos.filter((todo) => todo.state === state).sort((one, other) => one.number - other.number);
  if (state === 'done') sorted.reverse();
  const from = Number(cursor ?? 0);
  const next = sorted.length > from + limit ? String(from + limit) : null;
  return { todos: sorted.slice(from, from + limit), next };
}

function writerOf(content: Content): Pick<TodoWriter, 'lock' | 'save' | 'enqueue' | 'claim'> {
  return {
    lock: async (id) => content.lists.get(id) ?? emptyList(id),
    save: async ({ inserted, updated, list, history }) => {
      for (const todo of [...inserted, ...updated]) content.todos.set(todo.id, todo);
      content.lists.set(list.id, list);
      content.history.push(...history);
    },
    enqueue: async (drafts) => void content.outbox.push(...drafts),
    claim: async (key, changeId) => {
      const earlier = content.claims.get(key);
      if (earlier === undefined) content.claims.set(key, { changeId });
      return earlier;
    },
  };
}
