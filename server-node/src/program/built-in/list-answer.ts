import type { ListedState } from '../../contract/vocabulary.ts';
import type { Acts } from '../../todos/acts.ts';
import type { ListId } from '../../todos/list.ts';
import { told } from '../answers/answer.ts';
import { bulleted, rowOf } from '../answers/rows.ts';
import type { Answer } from '../ports.ts';
import type { Texts } from '../texts/texts.ts';

/** Enough for a screen or two; the rest is counted. */
const ROWS = 50;

interface Asked {
  acts: Acts;
  listId: ListId;
  texts: Texts;
}

/** @param text empty for the open ones, `done` for the done ones, else what the open ones must contain */
export function listAnswer(asked: Asked, text: string): Promise<Answer> {
  if (text === '') return listState(asked, 'open');
  return text.toLowerCase() === 'done' ? listState(asked, 'done') : search(asked, text);
}

async function listState({ acts, listId, texts: { list } }: Asked, state: ListedState): Promise<Answer> {
  const [{ todos }, counts] = await Promise.all([
    acts.page(listId, { state, limit: ROWS }),
    acts.list(listId),
  ]);
  if (todos.length === 0) return told(list.nothing[state]);
  const total = Math.max(todos.length, state === 'open' ? counts.openCount : counts.doneCount);
  return told(`${list.title[state](total)}\n${bulleted(todos.map(rowOf), list.more, total)}`);
}

async function search({ acts, listId, texts: { list } }: Asked, text: string): Promise<Answer> {
  const found = await acts.findOpenByWord(listId, text);
  if (found.length === 0) return told(list.notFound(text));
  return told(`${list.found(text)}\n${bulleted(found.map(rowOf), list.more)}`);
}
