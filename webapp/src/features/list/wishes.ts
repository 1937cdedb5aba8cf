import { createContext } from 'react';

/** How the person wants to see lists. */
export interface Wishes {
  /** What is looked for; `null` while nobody searches. */
  words: string | null;
  /** In the order in which they were added, and not by date. */
  isAsAdded: boolean;
}

export const WishesContext = createContext<Wishes>({ words: null, isAsAdded: false });
