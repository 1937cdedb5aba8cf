import type { UserId } from '../shared/ids.ts';
import { listOwner, type ListId, type ListOwner } from './list.ts';
import type { ChangeId, Todo } from './todo.ts';

/** Whom a change concerns: whoever may read one of the lists, and these people by name. */
export interface Concern {
  /** All lists that the change touched; never empty. */
  readonly lists: readonly ListId[];
  /** Who asked for one of its to-dos or has it, before the change or after it. They may read none of the lists. */
  readonly people: readonly UserId[];
}

/** A change as all processes hear of it. */
export interface Announced extends Concern {
  readonly changeId: ChangeId;
}

/** What of a to-do decides whom its changes concern. */
export type Concerned = Pick<Todo, 'listId' | 'creatorId' | 'assigneeId'>;

/** One to-do's part in a change; `before` is undefined for a new one. */
export interface ConcernedStep {
  readonly before: Concerned | undefined;
  readonly after: Concerned;
}

/** Each list and each person once, in the order of the to-dos. */
export function whomItConcerns(steps: readonly ConcernedStep[]): Concern {
  const sides = steps.flatMap(({ before, after }) => (before === undefined ? [after] : [before, after]));
  const people = sides.flatMap(({ creatorId, assigneeId }) => [creatorId, assigneeId ?? creatorId]);
  return { lists: [...new Set(sides.map(({ listId }) => listId))], people: [...new Set(people)] };
}

/** To whom a list's part of a change is told: a person by name, or whoever looks at the list. */
export interface Addressed {
  readonly to: ListOwner;
  readonly listId: ListId;
}

/**
 * The owners of its lists. No view shows a person a to-do of a list that they cannot read; with the first that does,
 * the people of the change belong here, too.
 */
export const addressedTo = ({ lists }: Concern): Addressed[] =>
  lists.map((listId) => ({ to: listOwner(listId), listId }));

/** For a change that wrote nothing. */
export const nobodyBut = ({ id }: { id: ListId }): Concern => ({ lists: [id], people: [] });

/** A step as a line of the history tells it: `before` holds only what the change set. */
export const stepOfLine = (after: Concerned, before: Partial<Concerned>): ConcernedStep => ({
  before: { ...after, ...before },
  after,
});
