import type { Caller } from '../../callers/ports.ts';
import type { ReadingView } from '../../contract/api.ts';
import type { ListRef } from '../../contract/todo-view.ts';
import { dayAt } from '../../dates/moment-of.ts';
import type { ReadLine } from '../../dates/read-when.ts';
import { refuseWrongDate } from '../../program/said/read-text.ts';
import { saidTodo, type SaidTodo } from '../../program/said/said-todo.ts';
import { errorInWords } from '../../program/texts/in-words.ts';
import type { Texts } from '../../program/texts/texts.ts';
import { textsIn } from '../../program/texts/texts-in.ts';
import { AppError } from '../../shared/app-error.ts';
import type { HttpDeps } from '../http-deps.ts';
import { readingView } from './answer-schemas.ts';
import { endpoint } from './endpoint.ts';
import { openList } from './open-list.ts';
import { refuseWithProgram } from './refuse-with-program.ts';
import { explainBody, noParams, noQuery } from './schemas.ts';

export const makeExplainText = (deps: HttpDeps) =>
  endpoint({
    method: 'post',
    path: '/explain',
    summary: 'Which date a text would be read with, and what of the text is left; nothing is kept.',
    params: noParams,
    query: noQuery,
    body: explainBody,
    status: 200,
    answer: readingView,
    async handle({ caller, body: { text, list } }) {
      refuseWithProgram(deps);
      const texts = textsIn(await deps.languages.of(caller));
      const { read, assignee } = await readFor(deps, caller, text, list);
      const today = dayAt(deps.now(), read.zone);
      const { spans, readings = [] } = read;
      const body: ReadingView = {
        ...readingOf(texts, read, today),
        spans: spans.map(({ from, to }) => ({ from, to })),
        readings: readings.map((one) => readingOf(texts, one, today)),
        wrong: wrongIn(texts, read),
        assignee: assignee === undefined ? null : { userId: assignee.userId, username: assignee.username },
      };
      return { body };
    },
  });

/** Names are looked for only where it is said in which list the to-do will be. */
async function readFor(
  deps: HttpDeps,
  caller: Caller,
  text: string,
  list: ListRef | undefined,
): Promise<SaidTodo> {
  const { userId: actorId } = caller;
  if (list === undefined) return { read: await deps.readDates(actorId, text) };
  const { listId } = await openList(caller, ['add'], list);
  return saidTodo(deps, { actorId, listId }, text);
}

function readingOf({ when }: Texts, { text, due, repeat, repeatFrom }: ReadLine, today: string) {
  const dueWords = due === null ? '' : when.date(due, today);
  const repeatWords = repeat === null ? '' : when.rule(repeat, repeatFrom);
  return { text, due, repeat, repeatFrom, dueWords, repeatWords };
}

function wrongIn(texts: Texts, read: ReadLine): string | null {
  try {
    refuseWrongDate(read);
    return null;
  } catch (error) {
    if (error instanceof AppError) return errorInWords(texts, error);
    throw error;
  }
}
