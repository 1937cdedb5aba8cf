import type { DueViewName } from '../../contract/vocabulary.ts';
import type { Acts } from '../../todos/acts.ts';
import { personList, type ListId } from '../../todos/list.ts';
import { openTodos } from '../../todos/open-todos.ts';
import type { Todo } from '../../todos/todo.ts';
import { daysAt, isIn, spanOf, type Span } from '../../todos/views.ts';
import type { UserId } from '../../shared/ids.ts';
import { told } from '../answers/answer.ts';
import { inRows, MOST_ROWS } from '../answers/rows.ts';
import { rowWithWhen, type Seen } from '../answers/when-chips.ts';
import type { Answer } from '../ports.ts';
import type { Texts } from '../texts/texts.ts';

const MOST_READ = 500;

interface Asked {
  acts: Acts;
  personId: UserId;
  listId: ListId;
  texts: Texts;
  seen: Seen & { zone: string };
}

/**
 * What is due in a view: in the own list what the person has; in a list that others share, whose answers they may read,
 * nothing but that list's. What is overdue stands above what is still to come, but where only tomorrow was asked for.
 */
export async function viewAnswer(asked: Asked, view: DueViewName): Promise<Answer> {
  const { texts, seen } = asked;
  const days = daysAt(seen.at, seen.zone);
  const span = spanOf(view, days);
  const found = await dueIn(asked, span);
  const overdue = view === 'tomorrow' ? [] : among(found, spanOf('overdue', days));
  const ahead = view === 'overdue' ? [] : among(found, { ...span, after: Math.max(span.after, seen.at) });
  const paragraphs = [paragraph(asked, 'overdue', overdue), paragraph(asked, view, ahead)];
  if (ahead.length === 0 && (view !== 'overdue' || overdue.length === 0))
    paragraphs.push(texts.when.nothing[view]);
  return told(paragraphs.filter((text) => text !== '').join('\n'));
}

async function dueIn({ acts, personId, listId }: Asked, { until }: Span): Promise<Todo[]> {
  if (listId !== personList(personId)) return dueInShared(acts, listId);
  const found = await acts.due({ personId, until, limit: MOST_READ });
  return found.filter((todo) => todo.listId === listId);
}

async function dueInShared(acts: Acts, listId: ListId): Promise<Todo[]> {
  const due = (await openTodos(acts, listId)).filter(({ dueAt }) => dueAt !== null);
  return due.sort((one, other) => (one.dueAt ?? 0) - (other.dueAt ?? 0));
}

const among = (todos: readonly Todo[], span: Span): Todo[] => todos.filter(({ dueAt }) => isIn(span, dueAt));

function paragraph({ texts, seen }: Asked, view: DueViewName, todos: readonly Todo[]): string {
  if (todos.length === 0) return '';
  const rows = todos.slice(0, MOST_ROWS).map((todo) => rowWithWhen(texts, todo, seen));
  return `${texts.when.title[view](todos.length)}\n${inRows(rows, texts.list.more, todos.length)}`;
}
