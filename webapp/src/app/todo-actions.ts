import type { ListKey, TodoView } from '@todo-node/server/contract/todo-view';
import { randomId } from '../host/random-id.ts';
import type { ModelAction } from '../model/actions.ts';
import type { ModelState, Pending, PendingOf, Undoable } from '../model/state.ts';

export interface TodoActionsDeps {
  read: () => ModelState;
  dispatch: (action: ModelAction) => void;
  now: () => number;
  /** The outbox has something new. */
  poke: () => void;
  isSending: (requestId: string) => boolean;
}

type Act = Undoable['act'];
type Source = { postId: string; channelId: string };

/** What a person can do with to-dos. Each shows at once and is sent when it can be. */
export function makeTodoActions(deps: TodoActionsDeps) {
  const head = (listId: ListKey) => ({ requestId: randomId(24), listId, at: deps.now(), refusal: null });

  function queue(pending: Pending, act: Act | null, text: string, restore: readonly TodoView[]): Pending {
    const { requestId, listId } = pending;
    const undoable = act === null ? null : { requestId, listId, act, text, changeId: null, restore };
    deps.dispatch({ type: 'todo-node/queued', pending, undoable });
    deps.poke();
    return pending;
  }

  return {
    add(listId: ListKey, text: string, source: Source | null = null, notes = ''): PendingOf<'add'> {
      const creatorId = deps.read().me?.userId ?? '';
      const localId = `local-${randomId(16)}`;
      const more = notes === '' ? {} : { notes };
      const pending = { kind: 'add' as const, ...head(listId), localId, text, ...more, source, creatorId };
      queue(pending, 'add', text, []);
      return pending;
    },
    setState(todo: TodoView, state: 'open' | 'done'): void {
      const act = state === 'done' ? 'done' : 'reopen';
      queue({ kind: 'state', ...head(todo.listId), todoId: todo.id, state }, act, todo.text, [todo]);
    },
    /** Leaves a done to-do for a moment among the open ones, where it was seen last. */
    linger(todo: TodoView): void {
      deps.dispatch({ type: 'todo-node/lingers', todoId: todo.id });
    },
    /** @param wanted `notes` only when they change, so that an edit of the text leaves them alone */
    edit(todo: TodoView, wanted: { text: string; notes?: string }, version: number): void {
      const pending: Pending = { kind: 'edit', ...head(todo.listId), todoId: todo.id, ...wanted, version };
      queue(pending, 'edit', wanted.text, [todo]);
    },
    remove(todo: TodoView): void {
      queue({ kind: 'delete', ...head(todo.listId), todoId: todo.id }, 'delete', todo.text, [todo]);
    },
    /** An external program knows no undo. */
    runProgram(listId: ListKey, verb: 'add' | 'done' | 'delete', text: string, ref: string | null): Pending {
      return queue({ kind: 'program', ...head(listId), verb, text, ref }, null, text, []);
    },
    /** Takes a change back: out of the outbox when it was not sent yet, else by the backend. */
    undo(one: Undoable): void {
      deps.dispatch({ type: 'todo-node/undone', requestId: one.requestId });
      const isWaiting = deps.read().outbox.some((other) => other.requestId === one.requestId);
      if (isWaiting && !deps.isSending(one.requestId)) {
        deps.dispatch({ type: 'todo-node/dropped', requestId: one.requestId });
        return;
      }
      const { requestId: of, listId, changeId, restore } = one;
      queue({ kind: 'undo', ...head(listId), of, changeId, restore }, null, '', []);
    },
    retry(requestId: string): void {
      deps.dispatch({ type: 'todo-node/released', requestId });
      deps.poke();
    },
    discard(requestId: string): void {
      deps.dispatch({ type: 'todo-node/dropped', requestId });
    },
    announce(text: string): void {
      deps.dispatch({ type: 'todo-node/announced', text });
    },
  };
}

export type TodoActions = ReturnType<typeof makeTodoActions>;
