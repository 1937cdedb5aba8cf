import type { TodoView } from '@todo-node/server/contract/todo-view';
import type { ModelState } from '../../model/state.ts';

/** Where the backend asks people, whoever has an open to-do in a list may give it to somebody. */
export const canAssign = ({ me }: ModelState, { state, version }: TodoView): boolean =>
  me?.takesRequests === true && state === 'open' && version > 0;
