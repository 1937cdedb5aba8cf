import type { Acts } from '../../todos/acts.ts';
import type { ListId } from '../../todos/list.ts';
import { told } from '../answers/answer.ts';
import { bulleted, rowOf } from '../answers/rows.ts';
import { addInstead } from '../grammar/parse-line.ts';
import { quote } from '../grammar/quote.ts';
import type { Answer } from '../ports.ts';

/** Enough for a screen or two; the rest is counted. */
const ROWS = 50;

/** @param text empty for the open ones, `done` for the done ones, else what the open ones must contain */
export function listAnswer(acts: Acts, listId: ListId, text: string): Promise<Answer> {
  if (text === '') return listState(acts, listId, 'open');
  return text.toLowerCase() === 'done' ? listState(acts, listId, 'done') : search(acts, listId, text);
}

async function listState(acts: Acts, listId: ListId, state: 'open' | 'done'): Promise<Answer> {
  const [{ todos }, counts] = await Promise.all([
    acts.page(listId, { state, limit: ROWS }),
    acts.list(listId),
  ]);
  if (todos.length === 0) return told(NOTHING[state]);
  const total = Math.max(todos.length, state === 'open' ? counts.openCount : counts.doneCount);
  return told(`**${total} ${state}**\n${bulleted(todos.map(rowOf), total)}`);
}

const NOTHING = {
  open: 'Nothing to do. Add a to-do with `add Buy milk`.',
  done: 'Nothing is done yet. Tick a to-do with `done` and its number.',
};

async function search(acts: Acts, listId: ListId, text: string): Promise<Answer> {
  const found = await acts.findOpenByWord(listId, text);
  if (found.length > 0) return told(`Open, with ${quote(text)}:\n${bulleted(found.map(rowOf))}`);
  return told(`No open to-do in this list contains ${quote(text)}. ${addInstead('list', text)}`);
}
