import type { TodoView } from '@todo-node/server/contract/todo-view';

/** Whose to-dos of a list that several people share are shown. */
export const WHOSE = ['everyone', 'mine', 'nobody'] as const;
export type Whose = (typeof WHOSE)[number];

export const isOf = (whose: Whose, { assigneeId }: Pick<TodoView, 'assigneeId'>, userId: string): boolean =>
  whose === 'everyone' || assigneeId === (whose === 'mine' ? userId : null);
