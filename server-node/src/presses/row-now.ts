import { asKnownTo } from '../program/answers/request-rows.ts';
import { rowOf } from '../program/answers/rows.ts';
import type { Todo } from '../todos/todo.ts';
import type { Press, Pressed } from './press.ts';

/** A to-do as it is now, as whoever pressed may know it. */
export const rowNow = ({ caller, texts }: Pick<Press, 'caller' | 'texts'>, todo: Todo): string =>
  texts.change.rowWithState(rowOf(asKnownTo(caller.userId, todo)), todo.state);

/** Nothing was done, as the person had seen another one. */
export const changedSince = (press: Press, todo: Todo): Extract<Pressed, { kind: 'note' }> => ({
  kind: 'note',
  text: press.texts.press.changedSince(rowNow(press, todo)),
});
