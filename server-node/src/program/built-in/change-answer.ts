import type { Change } from '../../todos/ports.ts';
import type { Todo } from '../../todos/todo.ts';
import { told } from '../answers/answer.ts';
import { choicesAfter } from '../answers/choices-after.ts';
import { inRows, rowOf } from '../answers/rows.ts';
import type { Answer } from '../ports.ts';
import type { Texts } from '../texts/texts.ts';

/** What happened, with the number and the text of each to-do; made from the change alone. */
export function changeAnswer(texts: Texts, change: Change): Answer {
  const { happened, wasSo, undoBringsBack } = texts.change;
  const same = new Set(change.unchanged);
  const paragraphs = [
    paragraph(texts, happened[change.act], change, (id) => !same.has(id)),
    paragraph(texts, wasSo[change.act], change, (id) => same.has(id)),
  ];
  const hint = change.act === 'delete' && same.size < change.todos.length ? undoBringsBack : '';
  const text = [...paragraphs, hint].filter((part) => part !== '').join('\n');
  return { ...told(text, change), choices: choicesAfter(texts, change) };
}

function paragraph(
  { change: says, list }: Texts,
  title: string,
  { act, todos }: Change,
  belongs: (id: Todo['id']) => boolean,
): string {
  const rows = todos
    .filter(({ id }) => belongs(id))
    .map((todo) => (act === 'undo' ? says.rowWithState(rowOf(todo), todo.state) : rowOf(todo)));
  const [first, ...others] = rows;
  if (first === undefined) return '';
  return others.length === 0 ? says.oneRow(title, first) : says.rows(title, inRows(rows, list.more));
}
