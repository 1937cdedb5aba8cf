import type { EpochMs } from '../shared/time.ts';
import type { ListId } from './list.ts';
import type { Change, ListRow, TodoReader, TodoWriter, Undone } from './ports.ts';
import type { ChangeId, Todo } from './todo.ts';

/** What an act is about to do, decided while its lists are locked. */
export interface Plan {
  /** The to-dos it works on as they are. */
  todos: readonly Todo[];
  /** All of them as they will be, those that stay as they are as the same objects; new ones at the end. */
  apply(at: EpochMs): readonly Todo[];
  /** Whether the caller says which reminders this one has, be it none: then nothing comes by default. */
  saysReminders?: (todo: Todo) => boolean;
  /** With act `undo`: the change that is taken back. */
  undoes?: ChangeId;
  undone?: Undone | undefined;
}

/** Lists that are locked, as they are. */
export type LockedLists = ReadonlyMap<ListId, ListRow>;

/** @param list the one in which the act is made, which is among the locked ones */
export type Planner = (writer: TodoWriter, list: ListRow, locked: LockedLists) => Promise<Plan>;

/** Which lists an act touches besides the one in which it is made; asked before anything is locked. */
export type Touches = (reader: TodoReader) => Promise<readonly ListId[]>;

/** What is known of a change before it is carried out. */
export type ChangeHeader = Pick<Change, 'id' | 'act' | 'actorId' | 'at'>;
