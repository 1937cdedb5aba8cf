import type { ListKey } from '@todo-node/server/contract/todo-view';
import { useSay, type TextId } from '../host/sidebar-texts.ts';
import { useModel } from './app-context.tsx';

const TEXTS: Record<string, TextId> = { archived: 'readOnly.archived' };

/** Why the list takes no changes, in words; `null` when it takes them. */
export function useReadOnly(listId: ListKey): string | null {
  const say = useSay();
  const reason = useModel((state) => state.lists[listId]?.readOnly ?? null);
  return reason === null ? null : say(TEXTS[reason] ?? 'readOnly.other');
}
