import type { Names } from '../../callers/names-of.ts';
import { listOwner } from '../../todos/list.ts';
import { isReceived, type Todo } from '../../todos/todo.ts';
import type { Texts } from '../texts/texts.ts';
import { nameIn } from './request-rows.ts';
import { wholeRowOf } from './rows.ts';
import { remindersInWords, whenChips, type Seen } from './when-chips.ts';

/** So many code points of notes fit into a post beside the longest text, also where each needs a second one. */
const LONGEST_NOTES = 4_000;

interface Known extends Seen {
  names: Names;
  /** To the message that it was made from; left out where the reader may not read that. */
  link?: string | undefined;
}

/**
 * All that there is to one to-do: its text, then in one line when it is due, who has it, who made it and of which
 * message, then its notes.
 */
export function wholeTodo(texts: Texts, todo: Todo, known: Known): string {
  const row = wholeRowOf(todo);
  const said = todo.state === 'open' ? row : texts.change.rowWithState(row, todo.state);
  const facts = [
    whenChips(texts, todo, known),
    todo.reminders.length === 0 ? '' : remindersInWords(texts, todo, known),
    ...peopleOf(texts, todo, known.names),
    known.link === undefined ? '' : `[${texts.reminder.message}](${known.link})`,
  ].filter((fact) => fact !== '');
  const notes = todo.notes === '' ? [] : [quotedNotes(texts, todo.notes)];
  return [said, ...(facts.length === 0 ? [] : [facts.join(' · ')]), ...notes].join('\n');
}

/** Of one's own to-do nobody has to be told whose it is. */
function peopleOf(texts: Texts, todo: Todo, names: Names): string[] {
  const { listId, creatorId, assigneeId } = todo;
  if (listOwner(listId).kind === 'person')
    return isReceived(todo) ? [texts.people.from(nameIn(texts, names, creatorId))] : [];
  const holder = assigneeId === null ? undefined : names.get(assigneeId);
  const creator = names.get(creatorId);
  return [holder ?? '', creator === undefined ? '' : texts.whole.addedBy(creator)];
}

/** As a quotation, so that nothing of it is taken for words of ours; of long ones the beginning. */
export function quotedNotes({ whole }: Texts, notes: string): string {
  const letters = [...notes];
  const shown = letters.slice(0, LONGEST_NOTES).join('');
  const quoted = shown.split('\n').map((line) => `> ${line}`.trimEnd());
  const left = letters.length - LONGEST_NOTES;
  return [...quoted, ...(left > 0 ? ['', whole.moreNotes(left)] : [])].join('\n');
}
