import type { UserId } from '../shared/ids.ts';
import type { ListId } from '../todos/list.ts';
import type { ChangeId } from '../todos/todo.ts';
import {
  stepOfLine,
  whomItConcerns,
  type Announced,
  type Concerned,
  type ConcernedStep,
} from '../todos/whom-it-concerns.ts';

/** A line of the history with its to-do as it is now. */
export interface AnnouncedRow {
  change_id: string;
  list_id: string;
  creator_id: string;
  assignee_id: string | null;
  before_fields: string;
}

/** For both databases; whoever appends it says which lines, and orders them by `line.seq`. */
export const SELECT_ANNOUNCED = `select line.change_id, line.list_id, todo.creator_id, todo.assignee_id,
  line.before_fields from todo_history as line join todo on todo.id = line.todo_id`;

/** Each change once, in the order of its first line. */
export function announcedOf(rows: readonly AnnouncedRow[]): Announced[] {
  const changes = new Map<string, ConcernedStep[]>();
  for (const row of rows) {
    const steps = changes.get(row.change_id) ?? [];
    changes.set(row.change_id, steps);
    steps.push(stepOf(row));
  }
  return [...changes].map(([id, steps]) => ({ changeId: id as ChangeId, ...whomItConcerns(steps) }));
}

function stepOf(row: AnnouncedRow): ConcernedStep {
  const after: Concerned = {
    listId: row.list_id as ListId,
    creatorId: row.creator_id as UserId,
    assigneeId: row.assignee_id as UserId | null,
  };
  return stepOfLine(after, JSON.parse(row.before_fields) as Partial<Concerned>);
}
