import type { DueViewName } from '../../contract/vocabulary.ts';
import type { Recipients } from '../../reminders/ports.ts';
import { seenChannels } from '../../reminders/readable-by.ts';
import { channelLink } from '../../reminders/reminder-message.ts';
import type { Acts } from '../../todos/acts.ts';
import { listOwner, personList, type ListId } from '../../todos/list.ts';
import { openTodos } from '../../todos/open-todos.ts';
import type { Todo } from '../../todos/todo.ts';
import { daysAt, isIn, isOverdue, lastOf } from '../../todos/views.ts';
import type { UserId } from '../../shared/ids.ts';
import { told } from '../answers/answer.ts';
import { choicesOfView } from '../answers/choices-of-view.ts';
import { inRows, MOST_ROWS, rowOf } from '../answers/rows.ts';
import { rowWithWhen, whenChips, type Seen } from '../answers/when-chips.ts';
import type { Answer } from '../ports.ts';
import type { Texts } from '../texts/texts.ts';

const MOST_READ = 500;

export interface AskedView {
  acts: Acts;
  recipients: Pick<Recipients, 'channelSeenBy' | 'siteUrl'>;
  personId: UserId;
  listId: ListId;
  texts: Texts;
  seen: Seen & { zone: string };
}

/** What can be told of a to-do: it is in the list that was asked, else where it is. */
interface Row {
  todo: Todo;
  /** Plain, for a select. */
  label: string;
  text: string;
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
  const isOwn = (todo: Todo) => todo.listId === listId;
  const elsewhere = found.filter((todo) => listOwner(todo.listId).kind === 'channel');
  const rows = await rowsElsewhere(asked, elsewhere);
  return found.flatMap((todo) => (isOwn(todo) ? [hereOf(asked, todo)] : (rows.get(todo.id) ?? [])));
}

const hereOf = ({ texts, seen }: AskedView, todo: Todo): Row => ({
  ...{ todo, label: `${todo.number} ${todo.text}` },
  text: rowWithWhen(texts, todo, seen),
});

/**
 * Each with its channel, where its number means something. Of a channel into which the bot cannot look nobody can say
 * here who reads it, so nothing but the number is told.
 */
async function rowsElsewhere(
  { recipients, personId, texts, seen }: AskedView,
  todos: readonly Todo[],
): Promise<Map<Todo['id'], Row[]>> {
  const rows = new Map<Todo['id'], Row[]>();
  if (todos.length === 0) return rows;
  const told = todos.map((todo) => ({ personId, todo }));
  const [siteUrl, channels] = await Promise.all([recipients.siteUrl(), seenChannels(recipients, told)]);
  for (const todo of todos) {
    const channel = channels.of(personId, todo);
    if (channel === undefined || channel.mayRead === false) continue;
    const isUnseen = channel.mayRead === 'unknown';
    const row = isUnseen ? `**${todo.number}** ${texts.reminder.unseen}` : rowOf(todo);
    const parts = [row, whenChips(texts, todo, seen), channelLink(channel, siteUrl)];
    const label = isUnseen ? String(todo.number) : `${todo.number} ${todo.text} · ${channel.name}`;
    rows.set(todo.id, [{ todo, label, text: parts.filter((part) => part !== '').join(' · ') }]);
  }
  return rows;
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
