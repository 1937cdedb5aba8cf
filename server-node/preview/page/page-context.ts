import { createContext, useContext } from 'react';
import type { PageHistory } from './history.ts';
import type { PageStore } from './store/store.ts';

export interface Page {
  basePath: string;
  store: PageStore;
  history: PageHistory;
}

export const PageContext = createContext<Page | undefined>(undefined);

export function usePage(): Page {
  const page = useContext(PageContext);
  if (page === undefined) throw new Error('This part of the page stands outside of it.');
  return page;
}
