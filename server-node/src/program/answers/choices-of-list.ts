import { MOST_OPTIONS, type Choice, type Choices } from '../../replies/choices.ts';
import type { PageStart } from '../../replies/press-act.ts';
import type { ListId } from '../../todos/list.ts';
import type { Todo } from '../../todos/todo.ts';
import type { Texts } from '../texts/texts.ts';
import { labelOf } from './label-of.ts';

interface Shown {
  listId: ListId;
  open: readonly Pick<Todo, 'id' | 'number' | 'text'>[];
  /** Where the page begins that is shown, if pages can be turned, and where its neighbours do. */
  page?: PageStart;
  previous?: PageStart;
  next?: PageStart;
}

/** Below open to-dos: to tick one of the first of them, to turn the page, and to add another. */
export function choicesOfList(
  { press: { labels } }: Texts,
  { listId, open, page, previous, next }: Shown,
): Choices {
  const where = page?.behind === undefined ? {} : { page };
  const options = open.slice(0, MOST_OPTIONS).map((todo) => ({
    label: labelOf(todo),
    act: { kind: 'tick', todoId: todo.id, ...where } as const,
  }));
  const tick: Choice[] = options.length === 0 ? [] : [{ label: labels.tick, options }];
  const turn = (label: string, to: PageStart | undefined): Choice[] =>
    to === undefined ? [] : [{ label, act: { kind: 'page', listId, page: to } }];
  return {
    offered: [
      ...tick,
      ...turn(labels.previous, previous),
      ...turn(labels.next, next),
      { label: labels.addTodo, act: { kind: 'add_form', listId, ...where } },
    ],
  };
}
