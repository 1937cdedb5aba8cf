import type { UserId } from '../shared/ids.ts';
import { listOwner, personList, type ListId, type ListOwner } from './list.ts';
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

/** To whom a change is told. */
export type Addressed =
  /** A list's part of it, to whoever looks at the list; of a person's list that is the person. */
  | { readonly to: ListOwner; readonly listId: ListId; readonly isByName: false }
  /** Somebody whose own list is none of those that changed is told by name what they sent or have elsewhere. */
  | {
      readonly to: Extract<ListOwner, { kind: 'person' }>;
      /** That person's own. */
      readonly listId: ListId;
      readonly isByName: true;
    };

/** The owners of its lists, then the other people. */
export function addressedTo({ lists, people }: Concern): Addressed[] {
  const byList = lists.map((listId): Addressed => ({ to: listOwner(listId), listId, isByName: false }));
  const others = people.filter((userId) => !lists.includes(personList(userId)));
  const byName = others.map((userId): Addressed => ({
    to: { kind: 'person', userId },
    listId: personList(userId),
    isByName: true,
  }));
  return [...byList, ...byName];
}

/** For a change that wrote nothing. */
export const nobodyBut = ({ id }: { id: ListId }): Concern => ({ lists: [id], people: [] });

/** A step as a line of the history tells it: `before` holds only what the change set. */
export const stepOfLine = (after: Concerned, before: Partial<Concerned>): ConcernedStep => ({
  before: { ...after, ...before },
  after,
});
