import { useContext, useMemo, useState } from 'react';
import { useApp, useModel } from '../../app/app-context.tsx';
import type { EditDraft } from '../../app/edit-drafts.ts';
import { hasWords, isOf, WHOSE, type Whose } from '../../model/narrow-rows.ts';
import { refusalOf } from '../../model/select-list.ts';
import type { Row, Rows } from '../../model/select-rows.ts';
import { isDraftOf } from './use-held-rows.ts';
import { WishesContext } from './wishes.ts';

const DRAFT = 'whose';

interface Narrowing {
  /** Several people share the list. */
  isShared: boolean;
  /** The done ones alone. */
  isDone: boolean;
  /** Keys of what is written in or was just added: those rows stay before the eyes of whoever does so. */
  worked: readonly (string | null | undefined)[];
  drafts: readonly EditDraft[];
}

/**
 * The rows of a list as far as the person wants to see them: with the words that are looked for, and in a list that
 * several people share, whose. That choice holds for all such lists until the window is closed.
 */
export function useNarrowedRows(held: Rows, { isShared, isDone, worked, drafts }: Narrowing) {
  const app = useApp();
  const { words } = useContext(WishesContext);
  const sought = words?.trim() ?? '';
  const takesRequests = useModel(({ me }) => me?.takesRequests === true);
  const [wanted, setWanted] = useState(() => app.drafts.read(DRAFT) as Whose);
  const workedKeys = worked.join(' ');

  const found = useMemo(() => {
    if (sought === '' && !isDone) return held;
    const isFound = ({ key, todo }: Row) =>
      sought === '' || hasWords(todo, sought) || workedKeys.split(' ').includes(key);
    return { open: isDone ? [] : held.open.filter(isFound), done: held.done.filter(isFound) };
  }, [held, isDone, sought, workedKeys]);

  const isOffered = isShared && takesRequests && found.open.length > 0;
  const whose = isOffered && WHOSE.includes(wanted) ? wanted : 'everyone';
  const rows = useMemo(() => {
    if (whose === 'everyone') return found;
    const isShown = (row: Row) =>
      isOf(whose, row.todo, app.userId) ||
      workedKeys.split(' ').includes(row.key) ||
      refusalOf(row) !== undefined ||
      drafts.some((draft) => isDraftOf(draft, row));
    return { open: found.open.filter(isShown), done: [] };
  }, [app, found, whose, workedKeys, drafts]);

  return {
    rows,
    isSearching: sought !== '',
    whose,
    /** What one can choose among; `null` where there is no choice. */
    choices: isOffered ? found.open : null,
    choose(next: Whose): void {
      setWanted(next);
      app.drafts.write(DRAFT, next);
    },
  };
}
