import { devtodo } from './devtodo.ts';
import type { Dialect } from './dialect.ts';
import { plain } from './plain.ts';
import { taskwarrior } from './taskwarrior.ts';
import { todoTxt } from './todo-txt.ts';
import { todoman } from './todoman.ts';

export const DIALECT_NAMES = ['todo', 'todo-txt', 'todoman', 'devtodo', 'taskwarrior'] as const;
export type DialectName = (typeof DIALECT_NAMES)[number];

/** The programs known by name. Any other one is called like a plain `todo`. */
export const DIALECTS: Readonly<Record<DialectName, Dialect>> = {
  todo: plain,
  'todo-txt': todoTxt,
  todoman,
  devtodo,
  taskwarrior,
};
