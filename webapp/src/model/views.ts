import type { ListKey, TodoView } from '@todo-node/server/contract/todo-view';
import { personListKey } from './list-names.ts';
import type { ModelState } from './state.ts';

/** Questions about what a person has to do, whatever its list. Each stands in the place of a list. */
export const VIEWS = ['today', 'upcoming'] as const;
export type ViewName = (typeof VIEWS)[number];

const PREFIX = 'view:';
export const viewKey = (view: ViewName): ListKey => PREFIX + view;
export const isViewKey = (key: ListKey): boolean => key.startsWith(PREFIX);

/** What is needed to say which to-dos stand in a view. */
export type ViewFacts = Pick<ModelState, 'me' | 'due' | 'agenda'>;

const SPANS: Record<ViewName, (dueAt: number, todayEndsAt: number) => boolean> = {
  /** What is overdue is still to be done today. */
  today: (dueAt, todayEndsAt) => dueAt <= todayEndsAt,
  upcoming: (dueAt, todayEndsAt) => dueAt > todayEndsAt,
};

/**
 * Whether a to-do stands in a list, or in a view of one's own and those of others that one has. What the backend no
 * longer counts among them is left out until something newer is heard of it.
 */
export function belongsTo(key: ListKey, { me, due, agenda }: ViewFacts): (todo: TodoView) => boolean {
  if (!isViewKey(key)) return ({ listId }) => listId === key;
  const isIn = SPANS[key.slice(PREFIX.length) as ViewName];
  const own = personListKey(me?.userId ?? '');
  return ({ id, listId, assigneeId, dueAt, version }) =>
    due !== null &&
    dueAt !== null &&
    (listId === own || assigneeId === me?.userId) &&
    agenda?.without[id] !== version &&
    isIn(dueAt, due.todayEndsAt);
}

/** Open ones, without what is still on its way. */
export function viewCount(state: ModelState, view: ViewName): number {
  const belongs = belongsTo(viewKey(view), state);
  return Object.values(state.todos).filter((todo) => todo.state === 'open' && belongs(todo)).length;
}
