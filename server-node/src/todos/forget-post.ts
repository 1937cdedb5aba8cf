import type { PostId } from '../shared/ids.ts';
import { makeChangeByNobody } from './change-by-nobody.ts';
import type { ActDeps } from './change-list.ts';
import { notBefore } from './fields.ts';
import type { Rule } from './rule.ts';
import type { TellChange } from './telling-changes.ts';

export type ForgetPost = (postId: PostId) => Promise<void>;

/** Takes the way back from what was made of a message that is deleted. */
export function makeForgetPost(deps: ActDeps, tell?: TellChange): ForgetPost {
  const changeByNobody = makeChangeByNobody(deps, tell);
  return (postId) =>
    changeByNobody({
      act: 'edit',
      find: (limit) => deps.store.madeOf(postId, limit),
      rule: without(postId),
    });
}

const without =
  (postId: PostId): Rule =>
  (todo, at) =>
    todo.source?.postId === postId
      ? { ...todo, source: null, version: todo.version + 1, updatedAt: notBefore(todo, at) }
      : todo;
