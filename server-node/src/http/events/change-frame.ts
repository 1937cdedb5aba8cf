import type { Caller } from '../../callers/ports.ts';
import { CHANGE_EVENT } from '../../contract/api.ts';
import type { ListId } from '../../todos/list.ts';
import type { TodoReader } from '../../todos/ports.ts';
import type { ChangeId } from '../../todos/todo.ts';
import { changeView, type ShownChange } from '../views/change-view.ts';
import { hiddenChannels } from '../views/source-visibility.ts';
import type { ChangesMadeHere } from './changes-made-here.ts';
import { eventFrame } from './event-frame.ts';

export interface ChangeReader extends Pick<TodoReader, 'list' | 'change' | 'findMany'> {
  /** What this process made itself, without asking the store. */
  made?: ChangesMadeHere['of'];
}

/** Makes the frame of one change for one reader. */
export type FrameFor = (caller: Caller) => Promise<string>;

/**
 * Reads a change once for all streams, and writes it down once for all who may see the same of it. The list's row
 * is read first, so that a reader may get rows newer than the revision, never older ones.
 */
export async function readChangeFrame(reader: ChangeReader, listId: ListId, id: ChangeId): Promise<FrameFor> {
  return frameOf(await readShownChange(reader, listId, id));
}

/** The change as readers of this list see it, with the rows as they are now or as the change left them. */
export async function readShownChange(
  reader: ChangeReader,
  listId: ListId,
  id: ChangeId,
): Promise<ShownChange> {
  const made = reader.made?.(listId, id);
  if (made !== undefined) return made;
  const list = await reader.list(listId);
  const lines = (await reader.change(id)).filter((line) => line.listId === listId);
  const todos = await reader.findMany([...new Set(lines.map(({ todoId }) => todoId))]);
  const [first] = lines;
  if (first === undefined)
    throw new Error(`Expected the change ${id} to have a line in the history; it has none.`);
  return { id, actorId: first.actorId, list, todos };
}

function frameOf(change: ShownChange): FrameFor {
  const frames = new Map<string, string>();
  return async (caller) => {
    const hidden = await hiddenChannels(caller, change.todos, 'pushed');
    const key = [...hidden].sort().join();
    const known = frames.get(key);
    if (known !== undefined) return known;
    const frame = eventFrame(CHANGE_EVENT, JSON.stringify(changeView(change, hidden)));
    frames.set(key, frame);
    return frame;
  };
}
