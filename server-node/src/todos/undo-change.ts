import type { ActRequest, Acts } from './acts.ts';
import { makeChangeList, type ActDeps } from './change-list.ts';
import type { Plan } from './plan.ts';
import type { HistoryLine, TodoReader } from './ports.ts';
import { rowsOfLines } from './rows-of-lines.ts';
import { checkUndoable, nothingToUndo, takeBack } from './take-back.ts';
import type { ChangeId, Todo, TodoId } from './todo.ts';

/** Without an id: the actor's last change in the list that is not undone yet, so that repeating steps further back. */
export function makeUndoChange(deps: ActDeps): Acts['undo'] {
  const changeList = makeChangeList(deps);
  return (request, changeId) => changeList(request, 'undo', (reader) => planUndo(reader, request, changeId));
}

async function planUndo(reader: TodoReader, request: ActRequest, asked?: ChangeId): Promise<Plan> {
  const changeId = asked ?? (await reader.lastUndoable(request.listId, request.actorId));
  if (changeId === undefined) {
    throw nothingToUndo('changed_nothing', 'You have changed nothing in this list that could be undone.');
  }
  const lines = (await reader.change(changeId)).filter(({ listId }) => listId === request.listId);
  checkUndoable(lines, request.actorId);
  if (await reader.isUndone(changeId)) {
    throw nothingToUndo('undone_already', 'This change was undone already.');
  }
  const lineOf = new Map(lines.map((line) => [line.todoId, line]));
  const todos = await rowsOfLines(reader, lines);
  return {
    todos,
    undoes: changeId,
    apply: (at) => todos.map((todo) => takeBack(todo, lineFor(lineOf, todo), at)),
  };
}

function lineFor(lineOf: ReadonlyMap<TodoId, HistoryLine>, todo: Todo): HistoryLine {
  const line = lineOf.get(todo.id);
  if (line === undefined) throw new Error(`The store gave to-do ${todo.id}, which was not asked for.`);
  return line;
}
