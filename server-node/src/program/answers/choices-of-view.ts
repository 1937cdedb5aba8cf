import type { DueViewName } from '../../contract/vocabulary.ts';
import { MOST_OPTIONS, type Choices } from '../../replies/choices.ts';
import type { UserId } from '../../shared/ids.ts';
import { personList, type ListId } from '../../todos/list.ts';
import type { TodoId } from '../../todos/todo.ts';
import type { Texts } from '../texts/texts.ts';
import { asLabel } from './label-of.ts';

interface View {
  view: DueViewName;
  listId: ListId;
  personId: UserId;
}

/** Below what is due: to tick one of the first of them. What a person has is for nobody else to press. */
export function choicesOfView(
  { press: { labels } }: Texts,
  { view, listId, personId }: View,
  due: readonly { label: string; todoId: TodoId }[],
): Choices {
  const options = due.slice(0, MOST_OPTIONS).map(({ label, todoId }) => ({
    label: asLabel(label),
    act: { kind: 'tick_due' as const, todoId, view, listId },
  }));
  const offered = options.length === 0 ? [] : [{ label: labels.tick, options }];
  return { offered, ...(listId === personList(personId) && { onlyFor: personId }) };
}
