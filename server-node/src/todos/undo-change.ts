import type { UserId } from '../shared/ids.ts';
import type { ActRequest, Acts } from './acts.ts';
import { makeChangeList, type ActDeps } from './change-list.ts';
import { listOwner, type ListId } from './list.ts';
import type { Plan, Touches } from './plan.ts';
import type { HistoryLine, TodoReader } from './ports.ts';
import { checkUndoable, nothingToUndo, putBack } from './put-back.ts';
import { refuseTooMany } from './refuse-too-many.ts';
import { rowsOfLines } from './rows-of-lines.ts';
import { undoneIn } from './undone-in.ts';
import type { ChangeId, Todo, TodoId } from './todo.ts';

/** Without an id: the actor's last change in the list that is not undone yet, so that repeating steps further back. */
export function makeUndoChange(deps: ActDeps): Acts['undo'] {
  const changeList = makeChangeList(deps);
  return (request, changeId) => {
    const plan = (reader: TodoReader) => planUndo(reader, request, changeId);
    return changeList(request, 'undo', plan, touches(request, changeId));
  };
}

async function planUndo(reader: TodoReader, request: ActRequest, asked?: ChangeId): Promise<Plan> {
  const changeId = asked ?? (await reader.lastUndoable(request.listId, request.actorId));
  if (changeId === undefined) {
    throw nothingToUndo('changed_nothing', 'You have changed nothing in this list that could be undone.');
  }
  const lines = await linesMadeIn(reader, request, changeId);
  checkUndoable(lines, request.actorId);
  if (await reader.isUndone(changeId)) {
    throw nothingToUndo('undone_already', 'This change was undone already.');
  }
  const lineOf = new Map(lines.map((line) => [line.todoId, line]));
  const todos = await rowsOfLines(reader, lines);
  const { actorId: askerId } = request;
  await refuseTooMany(
    reader,
    lines.flatMap((line) => askedBy(line, askerId).map((receiverId) => ({ askerId, receiverId }))),
  );
  return {
    todos,
    undoes: changeId,
    undone: undoneIn(lines),
    apply: (at) => todos.map((todo) => putBack(todo, lineFor(lineOf, todo), at)),
  };
}

/**
 * Whom the undo of a change asks once more: what was taken back from them waits for their answer again. And those to whom
 * the change had sent new to-dos, which they no longer have.
 */
export const makeAskedByUndo =
  (reader: TodoReader): Acts['askedByUndo'] =>
  async (request, asked) => {
    const changeId = asked ?? (await reader.lastUndoable(request.listId, request.actorId));
    const lines = changeId === undefined ? [] : await linesMadeIn(reader, request, changeId);
    const people = lines.flatMap((line) => askedBy(line, request.actorId));
    const receivers = lines.flatMap((line) => sentTo(line, request.actorId));
    return { changeId, people: [...new Set(people)], receivers: [...new Set(receivers)] };
  };

const askedBy = ({ before: { state, listId } }: HistoryLine, askerId: UserId): UserId[] =>
  state === 'waiting' && listId !== undefined ? otherOwner(listId, askerId) : [];

const sentTo = ({ act, listId }: HistoryLine, askerId: UserId): UserId[] =>
  act === 'add' ? otherOwner(listId, askerId) : [];

function otherOwner(listId: ListId, askerId: UserId): UserId[] {
  const owner = listOwner(listId);
  return owner.kind === 'person' && owner.userId !== askerId ? [owner.userId] : [];
}

const linesMadeIn = async (
  reader: TodoReader,
  { listId }: { listId: ListId },
  id: ChangeId,
): Promise<HistoryLine[]> => (await reader.change(id)).filter(({ madeIn }) => madeIn === listId);

/** From a person's list to-dos may have been sent, to which or from which they go back. */
function touches(request: ActRequest, asked?: ChangeId): Touches | undefined {
  if (listOwner(request.listId).kind !== 'person') return undefined;
  return async (reader) => {
    const changeId = asked ?? (await reader.lastUndoable(request.listId, request.actorId));
    const lines = changeId === undefined ? [] : await linesMadeIn(reader, request, changeId);
    const todos = await rowsOfLines(reader, lines);
    return [...todos.map(({ listId }) => listId), ...lines.flatMap(({ before }) => before.listId ?? [])];
  };
}

function lineFor(lineOf: ReadonlyMap<TodoId, HistoryLine>, todo: Todo): HistoryLine {
  const line = lineOf.get(todo.id);
  if (line === undefined) throw new Error(`The store gave to-do ${todo.id}, which was not asked for.`);
  return line;
}
