import { dayAt, type WallClock } from '../../dates/moment-of.ts';
import type { Change, Undone } from '../../todos/ports.ts';
import type { Todo } from '../../todos/todo.ts';
import { told } from '../answers/answer.ts';
import { choicesAfter } from '../answers/choices-after.ts';
import { NO_NAMES } from '../../callers/names-of.ts';
import type { Act } from '../../contract/vocabulary.ts';
import { quotedNotes } from '../answers/whole-todo.ts';
import { asKnownTo, nameIn, rowDeclined } from '../answers/request-rows.ts';
import { inRows, rowBesideTitle, rowOf } from '../answers/rows.ts';
import { remindersInWords, rowWithWhen, whenChips, type Seen } from '../answers/when-chips.ts';
import { MOST_CHOICES, type Choices } from '../../replies/choices.ts';
import type { Answer } from '../ports.ts';
import type { Texts } from '../texts/texts.ts';
import { NOTHING_SAID, type Said } from './said-request.ts';

/**
 * What happened, with the number and the text of each to-do and when it is due; made from the change alone.
 *
 * @param zone the reader's; left out: dates are shown as whoever has the to-do sees them
 */
export function changeAnswer(texts: Texts, change: Change, zone?: string, said: Said = NOTHING_SAID): Answer {
  const { happened, undone, wasSo, next } = texts.change;
  const title = change.undone === undefined ? happened[change.act] : undone[change.undone];
  const same = new Set(change.unchanged);
  const known = change.todos.filter(isThere).map((todo) => asKnownTo(change.actorId, todo));
  if (known.length === 0 && change.todos.length > 0) return told(texts.notes.handledBefore, change);
  const isNext = ({ state }: Todo) => change.act === 'done' && state === 'open';
  const isSentNow = ({ id, number, state }: Todo) =>
    SENDING.has(change.act) && number === 0 && state === 'waiting' && !same.has(id);
  const seen = { at: change.at, zone, names: said.names };
  const isSentNoMore = ({ number, state }: Todo) =>
    change.undone === 'add' && number === 0 && state === 'deleted';
  const others = othersOf(texts, change, said, zone);
  const rows = (title: string, belongs: (todo: Todo) => boolean) =>
    paragraph(
      texts,
      title,
      known.filter(belongs).map((todo) => rowAfter(texts, todo, { change, seen, said })),
    );
  const paragraphs = [
    sent(texts, texts.people.sentTo, known.filter(isSentNow), seen),
    sent(texts, texts.people.sendingUndone, known.filter(isSentNoMore), seen),
    rows(title, (todo) => !same.has(todo.id) && !isNext(todo) && !isSentNow(todo) && !isSentNoMore(todo)),
    rows(wasSo[change.act], (todo) => same.has(todo.id)),
    rows(next, isNext),
    ...hints(texts, change, others, said),
  ];
  const text = paragraphs.filter((part) => part !== '').join('\n');
  const choices = withOthers(choicesAfter(texts, change), change, others);
  return { ...told(text, change), choices, ...(others.length > 0 && { asks: true as const }) };
}

/** A request that came again may be about to-dos that have gone elsewhere since; nothing is left of those. */
const isThere = ({ text }: Todo): boolean => text !== '';

/** Acts by which a to-do goes into the list of somebody else. */
const SENDING: ReadonlySet<Act> = new Set(['add', 'assign']);

/** `Sent to @bob and @carol: Review the plan · Fri 17:00`: all of them at once, and each text once. */
function sent(
  texts: Texts,
  title: (names: readonly string[]) => string,
  todos: readonly Todo[],
  seen: Seen,
): string {
  const receivers = todos.map(({ assigneeId, creatorId }) => assigneeId ?? creatorId);
  const names = [...new Set(receivers)].map((id) => nameIn(texts, seen.names ?? NO_NAMES, id));
  const rows = new Map(todos.map((todo) => [todo.text, rowSentNow(texts, todo, seen)]));
  return paragraph(texts, title(names), [...rows.values()]);
}

const rowSentNow = (texts: Texts, todo: Todo, seen: Seen): string =>
  [rowOf(todo), whenChips(texts, todo, seen)].filter((part) => part !== '').join(' · ');

/** A date that the words could mean as well. */
interface Other {
  date: WallClock;
  inWords: string;
}

function othersOf({ when }: Texts, { at, todos: [first] }: Change, { others }: Said, zone?: string): Other[] {
  const today = dayAt(at, zone ?? first?.dueZone ?? 'UTC');
  return others.map((date) => ({ date, inWords: when.date(date, today) }));
}

function hints(
  { change: says, when }: Texts,
  change: Change,
  others: readonly Other[],
  { isRead, unsentTo, unanswered }: Said,
): string[] {
  const isChanged = change.unchanged.length < change.todos.length;
  return [
    change.act === 'delete' && isChanged ? says.undoBringsBack : '',
    others.length > 0 ? when.couldBe(others.map(({ inWords }) => inWords).join(', ')) : '',
    isRead && isChanged ? when.readFromText : '',
    unsentTo !== undefined && isChanged ? says.unsentTo(unsentTo) : '',
    unanswered !== undefined && isChanged ? says.unanswered(unanswered) : '',
  ];
}

/** Dates that the words could mean as well can be pressed. */
function withOthers(choices: Choices, { todos }: Change, others: readonly Other[]): Choices {
  const [todo, ...more] = todos;
  if (todo === undefined || more.length > 0 || todo.state === 'waiting') return choices;
  const dates = others.map(({ date, inWords }) => ({
    label: inWords,
    act: { kind: 'line' as const, listId: todo.listId, line: `due ${todo.number} ${date.replace('T', ' ')}` },
  }));
  return { ...choices, offered: [...choices.offered, ...dates].slice(0, MOST_CHOICES) };
}

interface Told {
  change: Pick<Change, 'act' | 'undone'>;
  seen: Seen;
  said: Said;
}

/** As it is now, with what the change was about, also where that is nothing any more. */
function rowAfter(texts: Texts, todo: Todo, { change: { act, undone }, seen, said }: Told): string {
  if (act === 'decline') return rowDeclined(texts, todo, seen);
  const row = rowWithWhen(texts, todo, seen);
  const about = undone ?? act;
  if (act === 'undo' && saysState(about, todo)) return texts.change.rowWithState(row, todo.state);
  if (said.saysNotes === true || about === 'notes') return withNotes(texts, row, todo);
  if (DATING.has(about) && todo.due === null) return `${row} · ${texts.when.noDate}`;
  return about === 'remind' || said.reminds === true
    ? `${row} · ${remindersInWords(texts, todo, seen)}`
    : row;
}

/** Where it is open, as most are, that is said only of what made it so. */
const saysState = (undone: Undone, { state }: Todo): boolean => state !== 'open' || !KEEPS_STATE.has(undone);

const KEEPS_STATE: ReadonlySet<Undone> = new Set<Undone>([
  ...(['edit', 'notes', 'due', 'snooze', 'skip', 'remind', 'assign', 'bump'] as const),
]);
const DATING: ReadonlySet<Undone> = new Set<Undone>(['due', 'snooze', 'skip']);

const withNotes = (texts: Texts, row: string, { notes }: Todo): string =>
  notes === '' ? `${row} · ${texts.whole.noNotes}` : `${row}\n${quotedNotes(texts, notes)}`;

function paragraph({ change: says, list }: Texts, title: string, rows: readonly string[]): string {
  const [first, ...others] = rows;
  if (first === undefined) return '';
  return others.length === 0
    ? says.oneRow(title, rowBesideTitle(first))
    : says.rows(title, inRows(rows, list.more));
}
