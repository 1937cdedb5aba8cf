import type { EpochMs } from '../shared/time.ts';
import type { Todo } from './todo.ts';

/**
 * What one act makes of one to-do. Each gives the same object back when the to-do is so already.
 * The checks whether the act is allowed come before.
 */
export type Rule = (todo: Todo, at: EpochMs) => Todo;

/** The fields of a to-do that does not repeat. */
export const NO_RULE = { repeat: null, repeatFrom: 'due', repeatAnchor: null, occurrence: null } as const;
