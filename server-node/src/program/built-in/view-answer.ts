import type { DueViewName } from '../../contract/vocabulary.ts';
import type { Acts } from '../../todos/acts.ts';
import { personList, type ListId } from '../../todos/list.ts';
import { openTodos } from '../../todos/open-todos.ts';
import type { Todo } from '../../todos/todo.ts';
import { daysAt, isIn, isOverdue, lastOf } from '../../todos/views.ts';
import { told } from '../answers/answer.ts';
import { choicesOfView } from '../answers/choices-of-view.ts';
import { inRows, MOST_ROWS } from '../answers/rows.ts';
import type { Seen } from '../answers/when-chips.ts';
import type { Answer } from '../ports.ts';
import { hereOf, rowsOfPerson, type AskedRows, type Row } from './rows-of-person.ts';

const MOST_READ = 500;

export interface AskedView extends AskedRows {
  acts: Acts;
  listId: ListId;
  seen: Seen & { zone: string };
}

/**
 * What is due in a view: asked in the own list, all that the person has there and in channels that they may read now; in
 * a list that others share, whose answers they may read, nothing but that list's. What is overdue stands above what is
 * still to come, but where only tomorrow was asked for.
 *
 * @throws {AppError} mattermost_unavailable when there is something in channels
 */
export async function viewAnswer(asked: AskedView, view: DueViewName): Promise<Answer> {
  const { texts, seen, listId, personId } = asked;
  const days = daysAt(seen.at, seen.zone);
  const rows = await rowsUntil(asked, lastOf(view, days));
  const overdue = view === 'tomorrow' ? [] : rows.filter(({ todo }) => isIn('overdue', days)(todo));
  const isAhead = ({ todo }: Row) => isIn(view, days)(todo) && !isOverdue(todo, seen.at);
  const ahead = view === 'overdue' ? [] : rows.filter(isAhead);
  const paragraphs = [paragraph(asked, 'overdue', overdue), paragraph(asked, view, ahead)];
  if (ahead.length === 0 && (view !== 'overdue' || overdue.length === 0))
    paragraphs.push(texts.when.nothing[view]);
  const text = paragraphs.filter((one) => one !== '').join('\n');
  const options = [...overdue, ...ahead].map(({ todo, label }) => ({ label, todoId: todo.id }));
  return { ...told(text), choices: choicesOfView(texts, { view, listId, personId }, options) };
}

async function rowsUntil(asked: AskedView, until: number): Promise<Row[]> {
  const { acts, personId, listId } = asked;
  if (listId !== personList(personId))
    return (await dueInShared(acts, listId)).map((todo) => hereOf(asked, todo));
  const found = await acts.due({ personId, until, limit: MOST_READ });
  return rowsOfPerson(asked, found);
}

async function dueInShared(acts: Acts, listId: ListId): Promise<Todo[]> {
  const due = (await openTodos(acts, listId)).filter(({ dueAt }) => dueAt !== null);
  return due.sort((one, other) => (one.dueAt ?? 0) - (other.dueAt ?? 0));
}

function paragraph({ texts }: AskedView, view: DueViewName, rows: readonly Row[]): string {
  if (rows.length === 0) return '';
  const shown = rows.slice(0, MOST_ROWS).map(({ text }) => text);
  return `${texts.when.title[view](rows.length)}\n${inRows(shown, texts.list.more, rows.length)}`;
}
