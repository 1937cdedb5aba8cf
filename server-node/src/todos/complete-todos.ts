import type { Acts } from './acts.ts';
import { makeChangeList, type ActDeps } from './change-list.ts';
import { changeTodos } from './change-todos.ts';
import type { Planner } from './plan.ts';
import { following } from './repetition.ts';
import { completed } from './todo-rules.ts';
import type { Todo, TodoId } from './todo.ts';

export function makeCompleteTodos(deps: ActDeps): Acts['complete'] {
  const changeList = makeChangeList(deps);
  return (request, which, version) =>
    changeList(
      request,
      'done',
      withFollowing(
        changeTodos({ which, version, rights: ['done'], rule: completed }),
        () => deps.newId() as TodoId,
      ),
    );
}

/** After those that are ticked come the next ones of those that repeat, with the next numbers. */
function withFollowing(planner: Planner, newId: () => TodoId): Planner {
  return async (writer, list, locked) => {
    const plan = await planner(writer, list, locked);
    const apply = (at: number): Todo[] => {
      const next: Todo[] = [];
      const ticked = plan.apply(at);
      for (const todo of plan.todos) {
        const one = following(todo, { id: newId(), number: list.nextNumber + next.length, at });
        if (one !== undefined) next.push(one);
      }
      return [...ticked, ...next];
    };
    return { ...plan, apply };
  };
}
