import { useMemo, useState, type RefObject } from 'react';
import { useApp } from '../app/app-context.tsx';
import type { Wishes } from '../features/list/wishes.ts';

const DRAFT = 'sort';
const ADDED = 'added';

/**
 * How the person wants to see lists, and how they say so. The sorting is kept until the window is closed.
 *
 * @param canSearch whether what is shown can be searched
 * @param onEnd the search is over, and its field is gone
 */
export function useWishes(canSearch: boolean, root: RefObject<HTMLElement>, onEnd: () => void) {
  const app = useApp();
  const [words, setWords] = useState<string | null>(null);
  const [isAsAdded, setAsAdded] = useState(() => app.drafts.read(DRAFT) === ADDED);
  const wishes = useMemo(
    (): Wishes => ({ words: canSearch ? words : null, isAsAdded }),
    [canSearch, words, isAsAdded],
  );
  return {
    wishes,
    look: setWords,
    search(): void {
      if (!canSearch) return;
      setWords(words ?? '');
      root.current?.querySelector<HTMLElement>('[role=search] input')?.focus();
    },
    endSearch(): void {
      setWords(null);
      setTimeout(onEnd);
    },
    sort(): void {
      setAsAdded(!isAsAdded);
      app.drafts.write(DRAFT, isAsAdded ? '' : ADDED);
    },
  };
}
