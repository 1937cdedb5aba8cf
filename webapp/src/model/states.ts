import type { TodoView } from '@todo-node/server/contract/todo-view';

const KNOWN: ReadonlySet<string> = new Set(['open', 'done', 'deleted'] satisfies TodoView['state'][]);

/** A newer backend may have states that this version has no word for: they are shown by their own name, as what it is. */
export const isKnownState = (state: string): boolean => KNOWN.has(state);

/** Whatever is neither done nor deleted has its place among the open ones. */
export const isAmongOpen = ({ state }: Pick<TodoView, 'state'>): boolean =>
  state !== 'done' && state !== 'deleted';
