import { dayAt } from '../dates/moment-of.ts';
import { labelOf } from '../program/answers/label-of.ts';
import { inRows, rowOf } from '../program/answers/rows.ts';
import type { Texts } from '../program/texts/texts.ts';
import { MOST_OPTIONS, type Choice, type Choices } from '../replies/choices.ts';
import { linkToPost } from '../replies/link-to-post.ts';
import { SNOOZES } from '../replies/press-act.ts';
import type { UserId } from '../shared/ids.ts';
import { MINUTE_MS, type EpochMs } from '../shared/time.ts';
import { listOwner } from '../todos/list.ts';
import type { Todo, TodoId } from '../todos/todo.ts';
import type { ChannelSeen } from './ports.ts';

/** What is due at this moment is not said to be over. */
const JUST_NOW_MS = 5 * MINUTE_MS;

export interface Shown {
  texts: Texts;
  /** Of the person who is reminded, and nobody else may press. */
  personId: UserId;
  zone: string;
  now: EpochMs;
  siteUrl: string | undefined;
  /** The channels of lists that are no person's own, as far as they are known. */
  channelOf(todo: Todo): ChannelSeen | undefined;
  /** Whether the person may know which message it was made from. */
  showsSource(todo: Todo): boolean;
}

export interface Message {
  text: string;
  choices: Choices;
}

/** Says what it is about without anything having to be opened. Those that are done by now stay, struck out. */
export function reminderMessage(todos: readonly Todo[], shown: Shown): Message {
  const { texts, personId } = shown;
  const rows = todos.map((todo) => lineOf(todo, shown));
  const title = texts.reminder.title(todos.length);
  const [only] = todos;
  const text =
    rows.length === 1
      ? texts.change.oneRow(title, rows[0] ?? '')
      : texts.change.rows(title, inRows(rows, texts.list.more));
  const offered =
    todos.length === 1 && only !== undefined ? choicesForOne(texts, only) : tickOneOf(todos, shown);
  return { text, choices: { offered, onlyFor: personId } };
}

/**
 * One row; one that is done is struck out.
 *
 * @param saysOver whether it says of itself that it is over; below a heading that does, it only says when it was due
 */
export function lineOf(todo: Todo, shown: Shown, saysOver = true): string {
  const { texts } = shown;
  const channel = shown.channelOf(todo);
  const row = isUnseen(todo, shown) ? `**${todo.number}** ${texts.reminder.unseen}` : rowOf(todo);
  if (todo.state !== 'open') return `~~${row}~~`;
  const due = dueOf(todo, shown, saysOver);
  return [row, due, sourceOf(todo, shown, channel)].filter((part) => part !== '').join(' · ');
}

/** What it is called in a select. */
export const optionOf = (todo: Todo, shown: Pick<Shown, 'channelOf'>): string =>
  isUnseen(todo, shown) ? String(todo.number) : labelOf(todo);

/** Nobody can say whether the person may read it, so its text is not told. */
const isUnseen = (todo: Todo, { channelOf }: Pick<Shown, 'channelOf'>): boolean =>
  channelOf(todo)?.mayRead === 'unknown';

function dueOf({ due, dueAt, dueZone }: Todo, { texts, now, zone }: Shown, saysOver: boolean): string {
  if (due === null) return '';
  const when = texts.when.date(due, dayAt(now, dueZone ?? zone));
  return saysOver && dueAt !== null && dueAt + JUST_NOW_MS <= now
    ? texts.reminder.wasDue(when)
    : texts.reminder.due(when);
}

/** Back to the message that it was made from, else to the channel whose list it is in. */
function sourceOf(todo: Todo, shown: Shown, channel: ChannelSeen | undefined): string {
  const { texts, siteUrl } = shown;
  if (siteUrl !== undefined && todo.source !== null && shown.showsSource(todo))
    return `[${texts.reminder.message}](${linkToPost(siteUrl, todo.source.postId)})`;
  return listOwner(todo.listId).kind === 'channel' ? channelLink(channel, siteUrl) : '';
}

/** Empty where nobody knows a name. */
export function channelLink(channel: ChannelSeen | undefined, siteUrl: string | undefined): string {
  if (channel === undefined || channel.name === '') return '';
  const name = channel.name.replaceAll(/[\\[\]]/g, '\\$&');
  return channel.path === undefined || siteUrl === undefined ? name : `[${name}](${siteUrl}${channel.path})`;
}

/** Ticks it, whatever became of it since: nothing that was said here is needed for that. */
export function choicesForOne({ press, reminder }: Texts, { id: todoId, state }: Todo): Choice[] {
  if (state !== 'open') return [];
  const { labels } = reminder;
  const options = SNOOZES.map((until) => ({
    label: labels[until],
    act: { kind: 'snooze' as const, todoId, until },
  }));
  const other = { label: labels.other, act: { kind: 'snooze_form' as const, todoId } };
  return [
    { label: press.labels.done, style: 'primary', act: { kind: 'done', todoId } },
    { label: labels.snooze, options: [...options, other] },
  ];
}

function tickOneOf(todos: readonly Todo[], shown: Shown): Choice[] {
  const { press } = shown.texts;
  const first = todos.slice(0, MOST_OPTIONS);
  const todoIds = first.map(({ id }): TodoId => id);
  const options = first
    .filter(({ state }) => state === 'open')
    .map((todo) => ({
      label: optionOf(todo, shown),
      act: { kind: 'tick_reminded' as const, todoId: todo.id, todoIds },
    }));
  return options.length === 0 ? [] : [{ label: press.labels.tick, options }];
}
