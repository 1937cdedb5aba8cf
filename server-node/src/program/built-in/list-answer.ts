import type { ListedState } from '../../contract/vocabulary.ts';
import type { Acts } from '../../todos/acts.ts';
import type { ListId } from '../../todos/list.ts';
import { told } from '../answers/answer.ts';
import { choicesOfList } from '../answers/choices-of-list.ts';
import { inRows, MOST_ROWS } from '../answers/rows.ts';
import { rowWithWhen, type Seen } from '../answers/when-chips.ts';
import type { Command } from '../grammar/command.ts';
import { plainWord } from '../grammar/plain-word.ts';
import type { Answer } from '../ports.ts';
import type { Texts } from '../texts/texts.ts';

type Listing = Extract<Command, { verb: 'list' }>;

interface Asked {
  acts: Acts;
  listId: ListId;
  texts: Texts;
  seen: Seen;
}

/** By `text`: the open ones when it is empty or `open`, the done ones for `done`, else the open ones that contain it. */
export function listAnswer(asked: Asked, { text, line }: Listing): Promise<Answer> {
  const state = text === '' ? 'open' : STATES.find((one) => one === plainWord(text));
  return state === undefined ? search(asked, text, line) : listState(asked, state);
}

const STATES: readonly ListedState[] = ['open', 'done'];

async function listState({ acts, listId, texts, seen }: Asked, state: ListedState): Promise<Answer> {
  const { list } = texts;
  const [{ todos }, counts] = await Promise.all([
    acts.page(listId, { state, limit: MOST_ROWS }),
    acts.list(listId),
  ]);
  const choices = choicesOfList(texts, listId, state === 'open' ? todos : []);
  if (todos.length === 0) return { ...told(list.nothing[state]), choices };
  const total = Math.max(todos.length, state === 'open' ? counts.openCount : counts.doneCount);
  const rows = todos.map((todo) => rowWithWhen(texts, todo, seen));
  const text = `${list.title[state](total)}\n${inRows(rows, list.more, total)}`;
  return { ...told(text), choices };
}

async function search({ acts, listId, texts, seen }: Asked, words: string, line: string): Promise<Answer> {
  const { list } = texts;
  const query = { words, state: 'open', extent: 'beginning', limit: MOST_ROWS } as const;
  const { todos, total } = await acts.findByWords(listId, query);
  if (total === 0) return told(list.notFound(words, line));
  const rows = todos.map((todo) => rowWithWhen(texts, todo, seen));
  const text = `${list.found(words, total)}\n${inRows(rows, list.more, total)}`;
  return { ...told(text), choices: choicesOfList(texts, listId, todos) };
}
