import { COLUMNS, KEYS } from '../store/columns.ts';

/** A table of the store, as both databases have it. */
export interface Table {
  name: string;
  columns: readonly string[];
  /** Unique, and its order is the order of copying. */
  key: string;
  /** Given by the database, so that it has to be told to go on after the last one. */
  isNumbered: boolean;
}

/** Everything that a store keeps, referenced tables first. */
export const TABLES: readonly Table[] = Object.entries(KEYS).map(([name, key]) => {
  const columns = COLUMNS[name as keyof typeof COLUMNS];
  const isNumbered = key === 'seq';
  return { name, columns: isNumbered ? [key, ...columns] : columns, key, isNumbered };
});

export type Value = string | number | null;
export type Row = Readonly<Record<string, Value>>;
