import { dayAt, type WallClock } from '../../dates/moment-of.ts';
import type { Change } from '../../todos/ports.ts';
import type { Todo } from '../../todos/todo.ts';
import { told } from '../answers/answer.ts';
import { choicesAfter } from '../answers/choices-after.ts';
import { inRows } from '../answers/rows.ts';
import { remindersInWords, rowWithWhen, type Seen } from '../answers/when-chips.ts';
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
  const { happened, wasSo, next } = texts.change;
  const same = new Set(change.unchanged);
  const isNext = ({ state }: Todo) => change.act === 'done' && state === 'open';
  const seen = { at: change.at, zone };
  const others = othersOf(texts, change, said, zone);
  const rows = (title: string, belongs: (todo: Todo) => boolean) =>
    paragraph(
      texts,
      title,
      change.todos
        .filter(belongs)
        .map((todo) => rowAfter(texts, numberedIn(change, todo), { change, seen, said })),
    );
  const paragraphs = [
    rows(happened[change.act], (todo) => !same.has(todo.id) && !isNext(todo)),
    rows(wasSo[change.act], (todo) => same.has(todo.id)),
    rows(next, isNext),
    ...hints(texts, change, others, said.isRead),
  ];
  const text = paragraphs.filter((part) => part !== '').join('\n');
  const choices = withOthers(choicesAfter(texts, change), change, others);
  return { ...told(text, change), choices, ...(others.length > 0 && { asks: true as const }) };
}

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
  isRead: boolean,
): string[] {
  const isChanged = change.unchanged.length < change.todos.length;
  return [
    change.act === 'delete' && isChanged ? says.undoBringsBack : '',
    others.length > 0 ? when.couldBe(others.map(({ inWords }) => inWords).join(', ')) : '',
    isRead && isChanged ? when.readFromText : '',
  ];
}

/** Dates that the words could mean as well can be pressed. */
function withOthers(choices: Choices, { todos }: Change, others: readonly Other[]): Choices {
  const [todo, ...more] = todos;
  if (todo === undefined || more.length > 0) return choices;
  const dates = others.map(({ date, inWords }) => ({
    label: inWords,
    act: { kind: 'line' as const, listId: todo.listId, line: `due ${todo.number} ${date.replace('T', ' ')}` },
  }));
  return { ...choices, offered: [...choices.offered, ...dates].slice(0, MOST_CHOICES) };
}

/** The number in another person's list is that person's own affair. */
const numberedIn = ({ list }: Change, todo: Todo): Todo =>
  todo.listId === list.id ? todo : { ...todo, number: 0 };

interface Told {
  change: Pick<Change, 'act'>;
  seen: Seen;
  said: Said;
}

/** As it is now, with what the change was about, also where that is nothing any more. */
function rowAfter(texts: Texts, todo: Todo, { change: { act }, seen, said }: Told): string {
  const row = rowWithWhen(texts, todo, seen);
  if (act === 'undo') return texts.change.rowWithState(row, todo.state);
  if (act === 'due' && todo.due === null) return `${row} · ${texts.when.noDate}`;
  return act === 'remind' || said.reminds === true ? `${row} · ${remindersInWords(texts, todo, seen)}` : row;
}

function paragraph({ change: says, list }: Texts, title: string, rows: readonly string[]): string {
  const [first, ...others] = rows;
  if (first === undefined) return '';
  return others.length === 0 ? says.oneRow(title, first) : says.rows(title, inRows(rows, list.more));
}
