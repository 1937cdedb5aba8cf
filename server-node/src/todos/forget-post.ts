import type { PostId } from '../shared/ids.ts';
import { makeChangeList, type ActDeps } from './change-list.ts';
import { notBefore } from './fields.ts';
import { NOBODY } from './nobody.ts';
import type { TellChange } from './telling-changes.ts';
import type { Todo } from './todo.ts';

/** So many to-dos are read at once. */
const CHUNK = 200;

export type ForgetPost = (postId: PostId) => Promise<void>;

/**
 * Takes the way back from what was made of a message that is deleted. No change of a person's, so that their undo goes
 * past it.
 */
export function makeForgetPost(deps: ActDeps, tell?: TellChange): ForgetPost {
  const changeList = makeChangeList(deps);
  return async (postId) => {
    for (;;) {
      const todos = await deps.store.madeOf(postId, CHUNK);
      for (const [listId, ofList] of Map.groupBy(todos, (todo) => todo.listId)) {
        const ids = ofList.map(({ id }) => id);
        const change = await changeList({ actorId: NOBODY, listId }, 'edit', async (reader) => {
          const found = (await reader.findMany(ids)).filter((todo) => todo.listId === listId);
          return { todos: found, apply: (at) => found.map((todo) => without(postId, todo, at)) };
        });
        if (change.unchanged.length < change.todos.length)
          tell?.({ changeId: change.id, ...change.concerns });
      }
      if (todos.length < CHUNK) return;
    }
  };
}

const without = (postId: PostId, todo: Todo, at: number): Todo =>
  todo.source?.postId === postId
    ? { ...todo, source: null, version: todo.version + 1, updatedAt: notBefore(todo, at) }
    : todo;
