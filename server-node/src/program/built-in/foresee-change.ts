import type { ActRequest } from '../../todos/acts.ts';
import type { Change } from '../../todos/ports.ts';
import type { Todo } from '../../todos/todo.ts';
import type { Foresee } from '../answers/explain-answer.ts';
import { asKnownTo } from '../answers/request-rows.ts';
import { rowOf } from '../answers/rows.ts';
import type { ChangingCommand } from '../grammar/command.ts';
import { remindersInWords, whenChips } from '../answers/when-chips.ts';
import type { Texts } from '../texts/texts.ts';
import { runChange } from './run-change.ts';
import type { RunDeps } from './run-deps.ts';

/** Thrown within the transaction of an act, so that nothing of it is kept. */
class GivenUp extends Error {
  readonly change: Change;

  constructor(change: Change) {
    super('The change was only to be looked at.');
    this.change = change;
  }
}

/** What a command would change: it is carried out by the rules of all commands, in a transaction that is given up. */
export function foreseeChange(deps: RunDeps, texts: Texts, { actorId, listId }: ActRequest): Foresee {
  const { acts } = deps;
  return async (command) => {
    const { unchanged, at, ...change } = await changeGivenUp(deps, { actorId, listId }, command);
    const same = new Set(unchanged);
    // The next one of what repeats is made by ticking, and not itself hit.
    const isNext = ({ id, state }: Todo) => command.verb === 'done' && state === 'open' && !same.has(id);
    const todos = change.todos.filter((todo) => !isNext(todo)).map((todo) => asKnownTo(actorId, todo));
    // An edited row is to be known by the text that it has.
    const shown = command.verb === 'edit' ? await Promise.all(todos.map(({ id }) => acts.find(id))) : todos;
    const whenOf = command.verb === 'remind' ? remindersInWords : whenChips;
    const hits = shown.map((todo) => ({
      ...{ ref: todo.number, row: rowOf(todo), isSame: same.has(todo.id) },
      ...{ text: todo.text, when: whenOf(texts, todo, { at }) },
    }));
    return { changed: hits.filter(({ isSame }) => !isSame), same: hits.filter(({ isSame }) => isSame) };
  };
}

async function changeGivenUp(deps: RunDeps, request: ActRequest, command: ChangingCommand): Promise<Change> {
  const replies = (change: Change): never => {
    throw new GivenUp(change);
  };
  try {
    return (await runChange(deps, { ...request, replies }, command)).change;
  } catch (thrown) {
    if (thrown instanceof GivenUp) return thrown.change;
    throw thrown;
  }
}
