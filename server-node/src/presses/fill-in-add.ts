import type { Account } from '../callers/account.ts';
import { checkListAccess } from '../callers/list-access.ts';
import { readMoment } from '../dates/read-moment.ts';
import type { Answer, RunRequest } from '../program/ports.ts';
import { wrongDate } from '../program/said/read-text.ts';
import { errorInWords } from '../program/texts/in-words.ts';
import { channelLink } from '../reminders/reminder-message.ts';
import { AppError } from '../shared/app-error.ts';
import type { UserId } from '../shared/ids.ts';
import { knownInTime } from '../shared/known-in-time.ts';
import { personList, type ListId } from '../todos/list.ts';
import { chosenList } from './chosen-list.ts';
import type { FormAct } from './form-act.ts';
import { placesFor } from './places-for.ts';
import type { PressDeps } from './ports.ts';
import type { Press } from './press.ts';
import type { Filled, Values } from './run-form.ts';
import { listBelow, showList } from './show-list.ts';

/** Adds what was filled in, and shows the list below which it was asked for, with what was added above it. */
export async function fillInAdd(
  deps: PressDeps,
  press: Press,
  { listId: shownId, page, isPosted }: Extract<FormAct, { kind: 'add' }>,
  { text = '', day = '', time = '', list = '', person = '' }: Values,
): Promise<Filled> {
  const { caller } = press;
  await checkListAccess(caller, ['see'], shownId);
  const wrong = await wrongWhen(deps, press, `${day} ${time}`.trim());
  if (wrong !== undefined) return errorAt(time === '' ? 'day' : 'time', wrong);
  const chosen = await openList(press, shownId, list);
  if ('refused' in chosen) return errorAt('list', chosen.refused);
  const { listId } = chosen;
  const to = person === '' ? undefined : await deps.accountOf(person as UserId);
  if (person !== '' && to === undefined) return errorAt('person', press.texts.press.addForm.noSuchPerson);
  // What others can read says nothing of what somebody adds to a list of their own.
  const isTold = listId === personList(caller.userId) && listId !== shownId;
  const added = await deps.program.run({
    ...requestOf(deps, press, { text, when: `${day} ${time}`.trim(), to }),
    ...{ listId, ...(isTold && { replies: privately(press) }) },
  });
  if (!added.ok) return errorAt(to === undefined || text.trim() === '' ? 'text' : 'person', added.text);
  if (isTold || isPosted === true) return { kind: 'told' };
  const done = listId === shownId ? added : await addedIn(deps, press, added);
  return { kind: 'rewrite', ...listBelow(done, await showList(deps.program, press, shownId, page)) };
}

const errorAt = (field: string, text: string): Filled => ({ kind: 'errors', errors: { [field]: text } });

async function wrongWhen({ clockOf, now }: PressDeps, { caller, texts }: Press, when: string) {
  if (when === '') return undefined;
  const read = readMoment(when, { ...(await clockOf(caller.userId)), now: now() });
  if (!('refused' in read)) return undefined;
  return errorInWords(texts, wrongDate({ wrong: read.refused, words: read.words }));
}

/** Which list was chosen, or why it is not open to the person. */
async function openList({ caller, texts }: Press, shownId: ListId, value: string) {
  const listId = chosenList(value, caller.userId, shownId);
  if (listId === undefined) return { refused: texts.press.addForm.noSuchList };
  try {
    await checkListAccess(caller, ['see', 'add'], listId);
    return { listId };
  } catch (error) {
    if (!(error instanceof AppError) || !CLOSED.has(error.code)) throw error;
    return { refused: errorInWords(texts, error) };
  }
}

const CLOSED: ReadonlySet<string> = new Set(['list_forbidden', 'list_archived']);

/** An external program knows no dates, so it keeps the words. */
function requestOf(
  { programLists }: PressDeps,
  { caller, locale, requestKey }: Press,
  { text, when, to }: { text: string; when: string; to: Account | undefined },
): Omit<RunRequest, 'listId'> {
  const said =
    programLists === null && when !== '' ? { text, when } : { text: `${text.trim()} ${when}`.trim() };
  const asked = to === undefined ? {} : { to: [to.username] };
  return {
    ...{ input: { verb: 'add', ...said, ...asked }, surface: 'button' },
    ...{ actorId: caller.userId, requestKey, locale },
  };
}

const privately =
  ({ caller }: Press) =>
  ({ ok, text, choices }: Answer) =>
    ok ? [{ target: { kind: 'direct' as const, userId: caller.userId }, text, choices }] : [];

/** Numbers of different lists stand in one post, so it says which one this is of. */
async function addedIn({ recipients }: PressDeps, { caller }: Press, added: Answer): Promise<Answer> {
  const todos = added.change?.todos ?? [];
  const [first] = todos;
  if (first === undefined) return added;
  const places = await knownInTime(placesFor(recipients, caller.userId, todos));
  const link = channelLink(places?.channelOf(first), places?.siteUrl);
  return link === '' ? added : { ...added, text: `${added.text} · ${link}` };
}
