import type { ListKey, TodoView } from '@todo-node/server/contract/todo-view';
import { isOthersList, personListKey } from './list-names.ts';
import type { ModelState, Question } from './state.ts';
import { isAmongOpen } from './states.ts';

/** What a person asks about to-dos, whatever their list. Each view stands in the place of a list. */
export const VIEWS = ['today', 'upcoming', 'requests', 'sent'] as const;
export type ViewName = (typeof VIEWS)[number];

const PREFIX = 'view:';
export const viewKey = (view: ViewName): ListKey => PREFIX + view;
export const isViewKey = (key: ListKey): boolean => key.startsWith(PREFIX);

/** What is needed to say which to-dos stand in a view. */
export type ViewFacts = Pick<ModelState, 'me' | 'due' | 'answers'>;
type Fits = (todo: TodoView, facts: { me: string; own: ListKey; todayEndsAt: number }) => boolean;

const isDatedMine: Fits = ({ dueAt, assigneeId, listId }, { me, own }) =>
  dueAt !== null && (listId === own || (assigneeId === me && !isOthersList(listId, own)));

/** From which answer of the backend a view comes, and which to-dos stand in it. */
const KINDS: Record<ViewName, { question: Question; fits: Fits }> = {
  /** What is overdue is still to be done today. */
  today: {
    question: 'agenda',
    fits: (todo, facts) => isDatedMine(todo, facts) && (todo.dueAt ?? Infinity) <= facts.todayEndsAt,
  },
  upcoming: {
    question: 'agenda',
    fits: (todo, facts) => isDatedMine(todo, facts) && (todo.dueAt ?? -Infinity) > facts.todayEndsAt,
  },
  requests: {
    question: 'requests',
    fits: ({ state, listId }, { own }) => state === 'waiting' && listId === own,
  },
  sent: {
    question: 'sent',
    fits: ({ state, creatorId, listId, request }, { me, own }) =>
      creatorId === me && request !== null && state !== 'deleted' && isOthersList(listId, own),
  },
};

/**
 * Whether a to-do stands in a list, or in a view. What the backend did not count among them any more is left out until
 * something newer is heard of it.
 */
export function belongsTo(key: ListKey, { me, due, answers }: ViewFacts): (todo: TodoView) => boolean {
  if (!isViewKey(key)) return ({ listId }) => listId === key;
  const { question, fits } = KINDS[key.slice(PREFIX.length) as ViewName];
  const userId = me?.userId ?? '';
  // Before the backend has said when the day ends, nobody knows what is due today.
  const facts = { me: userId, own: personListKey(userId), todayEndsAt: due?.todayEndsAt ?? Number.NaN };
  return (todo) => answers[question]?.without[todo.id] !== todo.version && fits(todo, facts);
}

/** Whatever becomes of a to-do there, it stays as long as it belongs there. */
export const isOfRequests = (key: ListKey): boolean => key === viewKey('requests') || key === viewKey('sent');

/** How many stand there, without what is still on its way, but with what was just answered left out. */
export function viewCount(state: ModelState, view: ViewName): number {
  const belongs = belongsTo(viewKey(view), state);
  const isOpen = KINDS[view].question === 'agenda' ? isAmongOpen : () => true;
  const answered = new Set(
    state.outbox.flatMap((one) =>
      (one.kind === 'request' || one.kind === 'state') && one.refusal === null ? [one.todoId] : [],
    ),
  );
  const isLeft = (todo: TodoView) => view !== 'requests' || !answered.has(todo.id);
  return Object.values(state.todos).filter((todo) => isOpen(todo) && belongs(todo) && isLeft(todo)).length;
}
