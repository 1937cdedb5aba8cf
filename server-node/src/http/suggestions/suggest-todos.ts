import type { RequestHandler } from 'express';
import { z } from 'zod';
import type { UserId } from '../../shared/ids.ts';
import { personList } from '../../todos/list.ts';
import type { Todo } from '../../todos/todo.ts';
import type { HttpDeps } from '../http-deps.ts';
import { parse } from '../parse.ts';
import { callerOf } from '../request-state.ts';
import { sendJson } from '../send-json.ts';
import { withoutMarkdown } from '../../program/answers/without-markdown.ts';
import { itemOf, typedNumber, typedWords, type TypedWords } from './typed-words.ts';

/** As Mattermost's autocompletion takes it. */
interface Suggestion {
  Item: string;
  Hint: string;
  HelpText: string;
}

/** More than a person looks through. */
const MAX_SUGGESTIONS = 100;
const MAX_HELP_LENGTH = 120;
/** In UTF-16 units. What is shown comes from these; taking the Markdown out of all of a long text could take long. */
const MAX_READ_LENGTH = 500;

const params = z.object({ state: z.enum(['open', 'done', 'waiting']) });
type State = z.output<typeof params>['state'];

/**
 * One's own to-dos for `/todo done …`: by their numbers, and once words are typed, those that contain them; what waits for
 * an answer is named by its number alone. Mattermost shows of it what begins with what was typed.
 */
export function makeSuggestTodos(deps: HttpDeps): RequestHandler {
  return async (req, res) => {
    const { state } = parse(params, req.params, 'address');
    const { userId } = callerOf(res);
    const read =
      deps.programLists === null
        ? ownTodos(deps, userId, state, req.query)
        : programRows(deps, userId, state);
    sendJson(res, 200, await read);
  };
}

async function ownTodos(
  { acts }: HttpDeps,
  userId: UserId,
  state: State,
  query: unknown,
): Promise<Suggestion[]> {
  const listId = personList(userId);
  if (state === 'waiting') return byNumber(await acts.requests(userId, MAX_SUGGESTIONS), query);
  const typed = typedWords(query);
  if (typed !== undefined) {
    const wanted = { words: typed.words, state, extent: 'beginning', limit: MAX_SUGGESTIONS } as const;
    const { todos } = await acts.findByWords(listId, wanted);
    return todos.flatMap((todo) => byWords(todo, typed));
  }
  const { todos } = await acts.page(listId, { state, limit: MAX_SUGGESTIONS });
  return byNumber(todos, query);
}

function byNumber(todos: readonly Todo[], query: unknown): Suggestion[] {
  const typedOut = typedNumber(query);
  return todos
    .filter(({ number }) => String(number) !== typedOut)
    .map(({ number, text }) => suggestion(String(number), text));
}

function byWords({ number, text }: Todo, typed: TypedWords): Suggestion[] {
  const item = itemOf(text, typed);
  return item === undefined ? [] : [suggestion(item, `${number}: ${text}`)];
}

async function programRows({ programLists }: HttpDeps, userId: UserId, state: State): Promise<Suggestion[]> {
  const { rows = [] } = (await programLists?.list(personList(userId), userId)) ?? {};
  const wanted = rows.filter(({ done }) => done === (state === 'done'));
  return wanted.slice(0, MAX_SUGGESTIONS).map(({ ref, text }) => suggestion(ref, text));
}

function suggestion(item: string, text: string): Suggestion {
  const line = withoutMarkdown(text.slice(0, MAX_READ_LENGTH)).replaceAll(/\s+/g, ' ');
  const characters = Array.from(line);
  const help =
    characters.length > MAX_HELP_LENGTH ? `${characters.slice(0, MAX_HELP_LENGTH).join('')}…` : line;
  return { Item: item, Hint: '', HelpText: help };
}
