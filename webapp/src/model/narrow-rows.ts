import type { TodoView } from '@todo-node/server/contract/todo-view';

/** Whose to-dos of a list that several people share are shown. */
export const WHOSE = ['everyone', 'mine', 'nobody'] as const;
export type Whose = (typeof WHOSE)[number];

export const isOf = (whose: Whose, { assigneeId }: Pick<TodoView, 'assigneeId'>, userId: string): boolean =>
  whose === 'everyone' || assigneeId === (whose === 'mine' ? userId : null);

/** Whether it has all of these words, wherever; letters of full width and capitals are the same as others. */
export function hasWords({ text, notes }: Pick<TodoView, 'text' | 'notes'>, words: string): boolean {
  const all = plain(`${text}\n${notes}`);
  return plain(words)
    .split(/\s+/)
    .every((word) => all.includes(word));
}

const plain = (text: string): string => text.normalize('NFKC').toLowerCase();
