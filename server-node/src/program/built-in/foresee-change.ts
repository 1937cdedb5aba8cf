import type { Acts, ActRequest } from '../../todos/acts.ts';
import type { Change } from '../../todos/ports.ts';
import type { Foresee } from '../answers/explain-answer.ts';
import { rowOf } from '../answers/rows.ts';
import type { ChangingCommand } from '../grammar/command.ts';
import { runChange } from './run-change.ts';

/** Thrown within the transaction of an act, so that nothing of it is kept. */
class GivenUp extends Error {
  readonly change: Change;

  constructor(change: Change) {
    super('The change was only to be looked at.');
    this.change = change;
  }
}

/** What a command would change: it is carried out by the rules of all commands, in a transaction that is given up. */
export function foreseeChange(acts: Acts, { actorId, listId }: ActRequest): Foresee {
  return async (command) => {
    const { todos, unchanged } = await changeGivenUp(acts, { actorId, listId }, command);
    const same = new Set(unchanged);
    // An edited row is to be known by the text that it has.
    const shown = command.verb === 'edit' ? await Promise.all(todos.map(({ id }) => acts.find(id))) : todos;
    const hits = shown.map((todo) => ({ ref: todo.number, row: rowOf(todo), isSame: same.has(todo.id) }));
    return { changed: hits.filter(({ isSame }) => !isSame), same: hits.filter(({ isSame }) => isSame) };
  };
}

async function changeGivenUp(acts: Acts, request: ActRequest, command: ChangingCommand): Promise<Change> {
  const replies = (change: Change): never => {
    throw new GivenUp(change);
  };
  try {
    return await runChange(acts, { ...request, replies }, command);
  } catch (thrown) {
    if (thrown instanceof GivenUp) return thrown.change;
    throw thrown;
  }
}
