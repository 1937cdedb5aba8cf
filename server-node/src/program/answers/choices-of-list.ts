import { LONGEST_LABEL, MOST_OPTIONS, type Choice, type Choices } from '../../replies/choices.ts';
import type { ListId } from '../../todos/list.ts';
import type { Todo } from '../../todos/todo.ts';
import { oneLine } from '../grammar/quote.ts';
import type { Texts } from '../texts/texts.ts';

/** Below open to-dos: to tick one of the first of them, and to add another. */
export function choicesOfList(
  { press: { labels } }: Texts,
  listId: ListId,
  open: readonly Pick<Todo, 'id' | 'number' | 'text'>[],
): Choices {
  const options = open.slice(0, MOST_OPTIONS).map(({ id: todoId, number, text }) => ({
    label: oneLine(`${number} ${text}`, LONGEST_LABEL),
    act: { kind: 'tick', todoId } as const,
  }));
  const tick: Choice[] = options.length === 0 ? [] : [{ label: labels.tick, options }];
  return { offered: [...tick, { label: labels.addTodo, act: { kind: 'add_form', listId } }] };
}
