import type { MeView, TodosView } from '@todo-node/server/contract/api';
import type { ChangeView, ListKey, ListView } from '@todo-node/server/contract/todo-view';
import type { ReadList } from '../api/views.ts';
import type { DueNow, Fault, ModelState, Pending, Question, Undoable } from './state.ts';

/** Our reducer sees every action of Mattermost: the prefix keeps ours apart. */
export type ModelAction =
  | { type: 'todo-node/reset' }
  | { type: 'todo-node/me'; me: MeView }
  | { type: 'todo-node/due'; due: DueNow }
  /** `known`: the to-dos as they were when it was asked for. */
  | { type: 'todo-node/answer'; question: Question; known: ModelState['todos']; view: TodosView }
  | { type: 'todo-node/openList'; view: ReadList }
  | { type: 'todo-node/donePage'; view: ListView }
  | { type: 'todo-node/listHead'; view: ListView }
  | { type: 'todo-node/listFault'; listId: ListKey; fault: Fault | null }
  | { type: 'todo-node/doneFault'; listId: ListKey; fault: Fault | null }
  | { type: 'todo-node/changed'; change: ChangeView }
  | { type: 'todo-node/queued'; pending: Pending; undoable: Undoable | null }
  | { type: 'todo-node/confirmed'; requestId: string; change: ChangeView | null }
  | { type: 'todo-node/refused'; requestId: string; fault: Fault; current: unknown }
  | { type: 'todo-node/released'; requestId: string }
  /** `localId`: only this one of several that were added at once. */
  | { type: 'todo-node/dropped'; requestId: string; localId?: string }
  | { type: 'todo-node/undone'; requestId: string }
  | { type: 'todo-node/lingers'; todoId: string }
  | { type: 'todo-node/settled'; todoId: string }
  | { type: 'todo-node/fault'; fault: Fault | null }
  | { type: 'todo-node/retryAt'; retryAt: number | null }
  | { type: 'todo-node/announced'; text: string }
  | { type: 'todo-node/announceWhenTaken'; requestId: string; text: string };

export const isModelAction = (action: { type: unknown }): action is ModelAction =>
  typeof action.type === 'string' && action.type.startsWith('todo-node/');
