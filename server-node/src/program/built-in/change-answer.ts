import type { Act, Change } from '../../todos/ports.ts';
import type { Todo } from '../../todos/todo.ts';
import { told } from '../answers/answer.ts';
import { bulleted, rowOf } from '../answers/rows.ts';
import type { Answer } from '../ports.ts';

const HAPPENED: Record<Act, string> = {
  add: 'Added',
  edit: 'Changed',
  done: 'Done',
  reopen: 'Open again',
  delete: 'Deleted',
  undo: 'Taken back',
};

const WAS_SO: Record<Act, string> = {
  add: 'There already',
  edit: 'That was its text already',
  done: 'Done already',
  reopen: 'Open already',
  delete: 'Deleted already',
  undo: 'As before already',
};

const NOW: Record<Todo['state'], string> = { open: 'is open', done: 'is done', deleted: 'is deleted' };

/** What happened, with the number and the text of each to-do; made from the change alone. */
export function changeAnswer(change: Change): Answer {
  const same = new Set(change.unchanged);
  const paragraphs = [
    paragraph(HAPPENED[change.act], change, (id) => !same.has(id)),
    paragraph(WAS_SO[change.act], change, (id) => same.has(id)),
  ];
  const hint = change.act === 'delete' && same.size < change.todos.length ? '`undo` brings back.' : '';
  return told([...paragraphs, hint].filter((text) => text !== '').join('\n'), change);
}

function paragraph(title: string, change: Change, belongs: (id: Todo['id']) => boolean): string {
  const rows = change.todos.filter(({ id }) => belongs(id)).map((todo) => rowAfter(change.act, todo));
  if (rows.length === 0) return '';
  return rows.length === 1 ? `${title}: ${rows[0]}` : `${title}:\n${bulleted(rows)}`;
}

/** After an undo nobody can know the state from the verb alone. */
const rowAfter = (act: Act, todo: Todo): string =>
  act === 'undo' ? `${rowOf(todo)} (${NOW[todo.state]})` : rowOf(todo);
