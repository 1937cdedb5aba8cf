import { seenBy } from '../../callers/list-access.ts';
import type { Caller } from '../../callers/ports.ts';
import { CHANGE_EVENT, PROGRAM_EVENT, type ProgramEvent } from '../../contract/api.ts';
import type { ListId } from '../../todos/list.ts';
import type { ChangeId } from '../../todos/todo.ts';
import { canBeToldInFull } from '../../todos/too-long.ts';
import type { Addressed } from '../../todos/whom-it-concerns.ts';
import { changeView, type ShownChange } from '../views/change-view.ts';
import { hiddenChannels } from '../views/source-visibility.ts';
import type { Viewer } from '../views/todo-view.ts';
import { eventFrame } from './event-frame.ts';
import { readShownChange, type ChangeReader } from './shown-change.ts';

/** Makes the frame of one change for one reader; undefined where there is nothing for them in it. */
export type FrameFor = (caller: Caller) => Promise<string | undefined>;

/**
 * Reads a change once for all streams, and writes it down once for all who may see the same of it. One that is too long
 * for all who hear of it is fetched by those who look at the list.
 */
export async function readChangeFrame(
  reader: ChangeReader,
  addressed: Addressed,
  id: ChangeId,
): Promise<FrameFor> {
  const change = await readShownChange(reader, addressed, id);
  if (change === undefined) return async () => undefined;
  if (!addressed.isByName) return frameOf(change, addressed.to.kind !== 'person');
  return async (caller) => {
    const todos = await seenBy(caller, change.todos, 'pushed');
    return todos.length === 0 ? undefined : frameOf({ ...change, todos }, false)(caller);
  };
}

/** Has browsers fetch a list anew. */
export const fetchFrame = (listId: ListId): string =>
  eventFrame(PROGRAM_EVENT, JSON.stringify({ listId } satisfies ProgramEvent));

function frameOf(change: ShownChange, isSameForAll: boolean): FrameFor {
  if (!canBeToldInFull(change.todos)) return async () => fetchFrame(change.list.id);
  const frames = new Map<string, string>();
  return async (caller) => {
    const hidden = await hiddenChannels(caller, change.todos, 'pushed');
    const viewer: Viewer = isSameForAll ? 'anyReader' : caller.userId;
    const key = [viewer, ...[...hidden].sort()].join();
    const known = frames.get(key);
    if (known !== undefined) return known;
    const frame = eventFrame(CHANGE_EVENT, JSON.stringify(changeView(change, hidden, viewer)));
    frames.set(key, frame);
    return frame;
  };
}
