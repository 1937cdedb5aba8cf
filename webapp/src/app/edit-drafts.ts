import type { ListKey, TodoView } from '@todo-node/server/contract/todo-view';
import { hasShape, isFlag, isText } from '../api/guards.ts';
import { asTodo } from '../api/views.ts';

/** What somebody has written in place of a to-do and not saved. */
export interface EditDraft {
  /** The key of the row. */
  key: string;
  /** The to-do as it was when the writing began. */
  todo: TodoView;
  text: string;
  notes: string;
  /** It was sent, and not taken because others had changed the to-do. */
  isRefused: boolean;
}

const isDraft = (value: unknown): value is EditDraft =>
  hasShape<EditDraft>(value, {
    key: isText,
    todo: (todo) => asTodo(todo) !== null,
    text: isText,
    notes: isText,
    isRefused: isFlag,
  });

/**
 * Unsaved edits, one for each row. They outlive the editor, the sidebar, a reload of the page and the plugin's being
 * disabled, until they are saved or given up; each window has its own.
 */
export function makeEditDrafts(storage: Storage | null, userId: string) {
  const prefix = `todo-node:editing:${userId}:`;
  const kept = new Map(stored(storage, prefix).map((draft) => [draft.key, draft]));
  const listeners = new Set<() => void>();
  const lists = new Map<ListKey, readonly EditDraft[]>();
  let all: readonly EditDraft[] | null = null;

  function changed(listId: ListKey): void {
    lists.delete(listId);
    all = null;
    listeners.forEach((tell) => tell());
  }

  return {
    /** The same array as long as none of this list's drafts changes. */
    ofList(listId: ListKey): readonly EditDraft[] {
      const known = lists.get(listId) ?? [...kept.values()].filter(({ todo }) => todo.listId === listId);
      lists.set(listId, known);
      return known;
    },
    /** Those of every list; the same array as long as none changes. */
    all: (): readonly EditDraft[] => (all ??= [...kept.values()]),
    write(draft: EditDraft): void {
      kept.set(draft.key, draft);
      try {
        storage?.setItem(prefix + draft.key, JSON.stringify(draft));
      } catch {
        // Storage may be full or forbidden: the draft is still kept in memory.
      }
      changed(draft.todo.listId);
    },
    forget(key: string): void {
      const draft = kept.get(key);
      if (draft === undefined) return;
      kept.delete(key);
      storage?.removeItem(prefix + key);
      changed(draft.todo.listId);
    },
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

export type EditDrafts = ReturnType<typeof makeEditDrafts>;

function stored(storage: Storage | null, prefix: string): EditDraft[] {
  return Object.keys(storage ?? {})
    .filter((key) => key.startsWith(prefix))
    .flatMap((key) => parse(storage?.getItem(key) ?? ''));
}

function parse(text: string): EditDraft[] {
  try {
    const value: unknown = JSON.parse(text);
    return isDraft(value) ? [value] : [];
  } catch {
    return [];
  }
}
