import { createContext, useContext } from 'react';
import type { Row } from '../../model/select-rows.ts';

/** What rows and keys can do with a to-do; the same object as long as the list is mounted. */
export interface RowActs {
  toggle(row: Row): void;
  startEdit(row: Row): void;
  /** Opens the choice of its date; does nothing where the backend keeps none. */
  startDate(row: Row): void;
  /** Opens the choice of who is to do it; does nothing where the backend asks nobody. */
  startAssign(row: Row): void;
  /** Shows the whole to-do in its place, or folds it again. */
  open(row: Row): void;
  remove(row: Row): void;
  focus(key: string): void;
}

/** What is being chosen for a row. */
export interface Picking {
  row: Row;
  what: 'date' | 'person';
}

export const RowActsContext = createContext<RowActs | null>(null);

export function useRowActs(): RowActs {
  const acts = useContext(RowActsContext);
  if (acts === null) throw new Error('A row needs a list around it.');
  return acts;
}
