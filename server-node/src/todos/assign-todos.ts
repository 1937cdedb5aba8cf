import type { UserId } from '../shared/ids.ts';
import type { Acts, Selection } from './acts.ts';
import { lockedList, makeChangeList, type ActDeps } from './change-list.ts';
import { changeTodos, refuseUnfit } from './change-todos.ts';
import { listOwner, personList } from './list.ts';
import type { Planner } from './plan.ts';
import { refuseTooMany } from './refuse-too-many.ts';
import { assigned, sentTo } from './request-rules.ts';
import { selectTodos } from './select-todos.ts';
import { holderOf } from './todo.ts';
import type { Zones } from './when.ts';

/**
 * In a list of several people it says who is to do it. Out of a person's own list it sends it to somebody, who has to
 * answer; to its owner and to nobody, it stays.
 */
export function makeAssignTodos(deps: ActDeps): Acts['assign'] {
  const changeList = makeChangeList(deps);
  return (request, which, to, zones, version) => {
    const owner = listOwner(request.listId);
    const choice = { which, version, rights: ['assign'] as const };
    if (owner.kind === 'person' && to !== null && to !== owner.userId)
      return changeList(request, 'assign', sending(choice, to, zones), async () => [personList(to)]);
    const whose = owner.kind === 'person' ? owner.userId : to;
    const rule = assigned(whose, (todo) => zones.of(holderOf({ ...todo, assigneeId: whose })));
    return changeList(request, 'assign', changeTodos({ ...choice, rule }));
  };
}

interface Choice {
  which: Selection;
  version: number | undefined;
  rights: readonly ['assign'];
}

const sending =
  (choice: Choice, receiverId: UserId, zones: Zones): Planner =>
  async (writer, list, locked) => {
    const todos = await selectTodos(writer, list.id, choice.which);
    await refuseTooMany(
      writer,
      todos.map(({ creatorId: askerId }) => ({ askerId, receiverId })),
    );
    const { id: listId, nextNumber } = lockedList(locked, personList(receiverId));
    const place = { listId, zone: zones.of(receiverId) };
    return {
      todos,
      apply: (at) => {
        refuseUnfit(todos, list.id, choice);
        return todos.map((todo, index) =>
          sentTo(todo, receiverId, { ...place, number: nextNumber + index }, at),
        );
      },
    };
  };
