import type { UserId } from '../shared/ids.ts';
import type { Acts } from './acts.ts';
import { refuseNone } from './add-todos.ts';
import { lockedList, makeChangeList, type ActDeps } from './change-list.ts';
import { personList } from './list.ts';
import type { Planner } from './plan.ts';
import { refuseTooMany } from './refuse-too-many.ts';
import { newTodo } from './todo-rules.ts';
import type { Draft, Todo, TodoId } from './todo.ts';

/** A new to-do in the list of each person, waiting for an answer; to oneself it is an ordinary one. */
export function makeSendTodos(deps: ActDeps): Acts['send'] {
  const changeList = makeChangeList(deps);
  return async (request, drafts, to) => {
    refuseNone(drafts);
    const people = [...new Set(to)];
    return changeList(request, 'add', sending(deps, request.actorId, drafts, people), async () =>
      people.map(personList),
    );
  };
}

const sending =
  ({ newId }: ActDeps, actorId: UserId, drafts: readonly Draft[], people: readonly UserId[]): Planner =>
  async (writer, _list, locked) => {
    const others = people.filter((personId) => personId !== actorId);
    await refuseTooMany(
      writer,
      others.flatMap((receiverId) => drafts.map(() => ({ receiverId, askerId: actorId }))),
    );
    const says = new Set<TodoId>();
    const sentBy = (personId: UserId, at: number): Todo[] => {
      const { id: listId, nextNumber } = lockedList(locked, personList(personId));
      return drafts.map((draft, index) => {
        const id = newId() as TodoId;
        if (draft.reminders !== undefined) says.add(id);
        const birth = { id, listId, number: nextNumber + index, creatorId: actorId, at, newId };
        const todo = newTodo(draft, birth);
        return personId === actorId
          ? todo
          : { ...todo, state: 'waiting', request: 'waiting', requestedAt: at };
      });
    };
    return {
      todos: [],
      saysReminders: ({ id }) => says.has(id),
      apply: (at) => people.flatMap((personId) => sentBy(personId, at)),
    };
  };
