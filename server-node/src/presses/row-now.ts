import { asKnownTo } from '../program/answers/request-rows.ts';
import { rowOf } from '../program/answers/rows.ts';
import type { Todo } from '../todos/todo.ts';
import type { Press } from './press.ts';

/** A to-do as it is now, as whoever pressed may know it. */
export const rowNow = ({ caller, texts }: Pick<Press, 'caller' | 'texts'>, todo: Todo): string =>
  texts.change.rowWithState(rowOf(asKnownTo(caller.userId, todo)), todo.state);
