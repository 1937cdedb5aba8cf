import type { ListedState } from '../../contract/vocabulary.ts';
import type { Colleagues } from '../../callers/colleagues.ts';
import { namesOf } from '../../callers/names-of.ts';
import type { Acts } from '../../todos/acts.ts';
import { MOST_OPTIONS } from '../../replies/choices.ts';
import type { PageStart } from '../../replies/press-act.ts';
import { listOwner, type ListId } from '../../todos/list.ts';
import type { Todo } from '../../todos/todo.ts';
import { told } from '../answers/answer.ts';
import { choicesOfList } from '../answers/choices-of-list.ts';
import { fittingRows, inRows, MOST_ROWS } from '../answers/rows.ts';
import { rowWithWhen, type Seen } from '../answers/when-chips.ts';
import type { Command } from '../grammar/command.ts';
import { plainWord } from '../grammar/plain-word.ts';
import type { Answer } from '../ports.ts';
import type { Texts } from '../texts/texts.ts';
import { listPage, startBehind } from './list-page.ts';

type Listing = Extract<Command, { verb: 'list' }>;

interface Asked {
  acts: Acts;
  colleagues: Pick<Colleagues, 'accountOf'>;
  listId: ListId;
  texts: Texts;
  seen: Seen;
  /** Left out: pages cannot be turned where the answer is read. */
  page?: PageStart | undefined;
}

/** By `text`: the open ones when it is empty or `open`, the done ones for `done`, else the open ones that contain it. */
export function listAnswer(asked: Asked, { text, line }: Listing): Promise<Answer> {
  const state = text === '' ? 'open' : STATES.find((one) => one === plainWord(text));
  return state === undefined ? search(asked, text, line) : listState(asked, state);
}

const STATES: readonly ListedState[] = ['open', 'done'];

function listState(asked: Asked, state: ListedState): Promise<Answer> {
  return state === 'open' ? openAnswer(asked) : doneAnswer(asked);
}

async function openAnswer(asked: Asked): Promise<Answer> {
  const { acts, listId, texts, page } = asked;
  const length = page === undefined ? MOST_ROWS : MOST_OPTIONS;
  const { todos, total, before, previous } = await listPage(acts, listId, page ?? {}, length);
  const rows = await rowsOf(asked, todos);
  const shown = todos.slice(0, fittingRows(rows).length);
  const after = before + shown.length;
  const turns = page !== undefined && {
    page,
    ...(previous !== undefined && { previous }),
    ...(after < total && { next: startBehind(shown.at(-1)) }),
  };
  const choices = choicesOfList(texts, { listId, open: shown, ...turns });
  const { list } = texts;
  if (total === 0) return { ...told(list.nothing.open), choices };
  const title = before === 0 ? list.title.open(total) : list.titleOfPage(total, before + 1, after);
  return { ...told(`${title}\n${inRows(rows, list.more, total - before)}`), choices };
}

async function doneAnswer(asked: Asked): Promise<Answer> {
  const { acts, listId, texts } = asked;
  const { list } = texts;
  const [{ todos }, { doneCount }] = await Promise.all([
    acts.page(listId, { state: 'done', limit: MOST_ROWS }),
    acts.list(listId),
  ]);
  const choices = choicesOfList(texts, { listId, open: [] });
  if (todos.length === 0) return { ...told(list.nothing.done), choices };
  const total = Math.max(todos.length, doneCount);
  const rows = await rowsOf(asked, todos);
  return { ...told(`${list.title.done(total)}\n${inRows(rows, list.more, total)}`), choices };
}

async function search(asked: Asked, words: string, line: string): Promise<Answer> {
  const { acts, listId, texts } = asked;
  const { list } = texts;
  const query = { words, state: 'open', extent: 'beginning', limit: MOST_ROWS } as const;
  const { todos, total } = await acts.findByWords(listId, query);
  if (total === 0) return told(list.notFound(words, line));
  const rows = await rowsOf(asked, todos);
  const text = `${list.found(words, total)}\n${inRows(rows, list.more, total)}`;
  return { ...told(text), choices: choicesOfList(texts, { listId, open: todos }) };
}

async function rowsOf({ colleagues, listId, texts, seen }: Asked, todos: readonly Todo[]): Promise<string[]> {
  const isOwn = listOwner(listId).kind === 'person';
  const holders = isOwn ? [] : todos.flatMap(({ assigneeId }) => assigneeId ?? []);
  const names = await namesOf(colleagues.accountOf, holders);
  return todos.map((todo) => rowWithWhen(texts, todo, { ...seen, names }));
}
