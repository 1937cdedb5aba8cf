import type { TodoView } from '@todo-node/server/contract/todo-view';
import { TODO_STATES, type TodoState } from '@todo-node/server/contract/vocabulary';

const KNOWN: ReadonlySet<string> = new Set<string>(TODO_STATES);
/** Done ones stand apart; what somebody was asked to do is in no list until they accept it. */
const NOT_OPEN: ReadonlySet<string> = new Set<TodoState>(['done', 'deleted', 'waiting', 'declined']);

/** A newer backend may have states that this version has no word for: they are shown by their own name, as what it is. */
export const isKnownState = (state: string): boolean => KNOWN.has(state);

/** A state of which nothing is known has its place among the open ones, too. */
export const isAmongOpen = ({ state }: Pick<TodoView, 'state'>): boolean => !NOT_OPEN.has(state);
