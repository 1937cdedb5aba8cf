import type { Account } from '../../callers/account.ts';
import type { Caller } from '../../callers/ports.ts';
import type { ReadingView } from '../../contract/api.ts';
import type { ListRef } from '../../contract/todo-view.ts';
import { dayAt } from '../../dates/moment-of.ts';
import type { ReadLine } from '../../dates/read-when.ts';
import { cutName } from '../../program/grammar/names.ts';
import { namedIn } from '../../program/said/named.ts';
import { refuseWrongDate, type ReadText } from '../../program/said/read-text.ts';
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
      const name = assignee === undefined ? [] : [spanOfName(text, assignee.username)];
      const body: ReadingView = {
        ...readingOf(texts, read, today),
        spans: [...spans.map(({ from, to }) => ({ from, to })), ...name],
        readings: readings.map((one) => readingOf(texts, one, today)),
        wrong: wrongIn(texts, read),
        assignee: assignee === undefined ? null : { userId: assignee.userId, username: assignee.username },
      };
      return { body };
    },
  });

interface ReadFor {
  read: ReadText;
  assignee?: Account | undefined;
}

/** As a command reads it: a name may stand at either end of a text, or of what is left without its date. */
async function readFor(
  { readDates, colleagues }: HttpDeps,
  caller: Caller,
  text: string,
  list: ListRef | undefined,
): Promise<ReadFor> {
  if (list === undefined) return { read: await readDates(caller.userId, text) };
  const { listId } = await openList(caller, ['add'], list);
  const place = { actorId: caller.userId, listId };
  const named = await namedIn(colleagues, place, text);
  const read = await readDates(caller.userId, named.text);
  const spans = movedBy(text.indexOf(named.text), read.spans);
  if (named.assignee !== undefined || read.due === null)
    return { read: { ...read, spans }, assignee: named.assignee };
  const { text: rest, assignee } = await namedIn(colleagues, place, read.text);
  if (assignee === undefined) return { read };
  const readings = read.readings?.map((one) => ({ ...one, text: cutName(one.text)?.rest ?? one.text }));
  return { read: { ...read, text: rest, ...(readings && { readings }) }, assignee };
}

const movedBy = (by: number, spans: ReadText['spans']): ReadText['spans'] =>
  spans.map((span) => ({ ...span, from: span.from + by, to: span.to + by }));

/** The name stands at the beginning, or behind all else that has the same words. */
function spanOfName(text: string, username: string): { from: number; to: number } {
  const folded = text.replaceAll('＠', '@').toLowerCase();
  const isFirst = folded.trimStart().startsWith(`@${username}`);
  const from = isFirst ? folded.indexOf('@') : folded.lastIndexOf(`@${username}`);
  return { from, to: from + username.length + 1 };
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
