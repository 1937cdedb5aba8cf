import type { Recipients } from '../../reminders/ports.ts';
import { seenChannels } from '../../reminders/readable-by.ts';
import { channelLink } from '../../reminders/reminder-message.ts';
import type { UserId } from '../../shared/ids.ts';
import { listOwner, personList } from '../../todos/list.ts';
import type { Todo } from '../../todos/todo.ts';
import { rowOf } from '../answers/rows.ts';
import { rowWithWhen, whenChips, type Seen } from '../answers/when-chips.ts';
import type { Texts } from '../texts/texts.ts';

export interface AskedRows {
  recipients: Pick<Recipients, 'channelSeenBy' | 'siteUrl'>;
  personId: UserId;
  texts: Texts;
  seen: Seen;
}

/** What can be told of a to-do: it is in the list that was asked, else where it is. */
export interface Row {
  todo: Todo;
  /** Plain, for a select. */
  label: string;
  text: string;
}

/**
 * What a person has, in their own list and in channels that they may read now, in the same order.
 *
 * @throws {AppError} mattermost_unavailable when there is something in channels
 */
export async function rowsOfPerson(asked: AskedRows, todos: readonly Todo[]): Promise<Row[]> {
  const own = personList(asked.personId);
  const elsewhere = todos.filter(({ listId }) => listOwner(listId).kind === 'channel');
  const rows = await rowsElsewhere(asked, elsewhere);
  return todos.flatMap((todo) => (todo.listId === own ? [hereOf(asked, todo)] : (rows.get(todo.id) ?? [])));
}

export const hereOf = ({ texts, seen }: AskedRows, todo: Todo): Row => ({
  ...{ todo, label: `${todo.number} ${todo.text}` },
  text: rowWithWhen(texts, todo, seen),
});

/**
 * Each with its channel, where its number means something. Of a channel into which the bot cannot look nobody can say
 * here who reads it, so nothing but the number is told.
 */
async function rowsElsewhere(
  { recipients, personId, texts, seen }: AskedRows,
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
