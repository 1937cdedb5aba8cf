import type { EpochMs } from '../shared/time.ts';
import type { Change, ListRow, TodoWriter } from './ports.ts';
import type { ChangeId, Todo } from './todo.ts';

/** What an act is about to do, decided while the list is locked. */
export interface Plan {
  /** The to-dos it works on as they are. */
  todos: readonly Todo[];
  /** All of them as they will be, those that stay as they are as the same objects; new ones at the end. */
  apply(at: EpochMs): readonly Todo[];
  /** Whether the caller says which reminders this one has, be it none: then nothing comes by default. */
  saysReminders?: (todo: Todo) => boolean;
  /** With act `undo`: the change that is taken back. */
  undoes?: ChangeId;
}

export type Planner = (writer: TodoWriter, list: ListRow) => Promise<Plan>;

/** What is known of a change before it is carried out. */
export type ChangeHeader = Pick<Change, 'id' | 'act' | 'actorId' | 'at'>;
