import { choiceOf, openTodo } from '../callers/open-todo.ts';
import { zonesFor } from '../callers/person-clock.ts';
import { readMoment } from '../dates/read-moment.ts';
import { choicesAfter } from '../program/answers/choices-after.ts';
import { changeAnswer } from '../program/built-in/change-answer.ts';
import { NOTHING_SAID } from '../program/built-in/said-request.ts';
import type { RefusedCommand } from '../program/refused.ts';
import { wrongDate } from '../program/said/read-text.ts';
import { errorInWords } from '../program/texts/in-words.ts';
import { AppError } from '../shared/app-error.ts';
import type { Edited } from '../todos/acts.ts';
import { personList } from '../todos/list.ts';
import type { Todo } from '../todos/todo.ts';
import type { FormAct } from './form-act.ts';
import type { PressDeps } from './ports.ts';
import { dateShown } from './press-edit-form.ts';
import type { Press } from './press.ts';
import { changedSince } from './row-now.ts';
import type { Filled, Values } from './run-form.ts';

/** Changes what was filled in in another way than it stood there, in one change. */
export async function fillInEdit(
  deps: PressDeps,
  press: Press,
  { todoId, version }: Extract<FormAct, { kind: 'edit' }>,
  { text, notes, day = '', time = '' }: Values,
): Promise<Filled> {
  const { acts, clockOf } = deps;
  const { caller, requestKey, texts } = press;
  const todo = await openTodo(acts, caller, ['see', 'edit', 'due'], todoId);
  if (todo.version !== version) return changedSince(press, todo);
  const when = await whenOf(deps, press, todo, { day, time });
  if ('kind' in when) return when;
  const fields = { text: text ?? todo.text, ...(notes !== undefined && { notes }), ...when };
  const { listId, which } = choiceOf(caller.userId, todo);
  const request = { actorId: caller.userId, listId, requestKey };
  try {
    const change = await acts.edit(request, which, fields, version);
    const said = { ...NOTHING_SAID, saysNotes: fields.notes !== undefined && fields.notes !== todo.notes };
    const zone = todo.listId === personList(caller.userId) ? undefined : (await clockOf(caller.userId)).zone;
    const { text: told } = changeAnswer(texts, change, zone, said);
    return { kind: 'rewrite', text: told, choices: choicesAfter(texts, change) };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === 'version_conflict')
      return changedSince(press, await openTodo(acts, caller, ['see'], todoId));
    const field = fieldOf(error);
    if (field === undefined) throw error;
    return { kind: 'errors', errors: { [field]: errorInWords(texts, error) } };
  }
}

/** Nothing where it stands as it did. Empty fields take the date away. */
async function whenOf(
  { clockOf, now }: PressDeps,
  { caller, texts }: Press,
  todo: Todo,
  { day, time }: { day: string; time: string },
): Promise<Pick<Edited, 'when'> | Extract<Filled, { kind: 'errors' }>> {
  const clock = await clockOf(caller.userId);
  const before = dateShown(todo, clock.zone);
  if (day.trim() === before.day && time.trim() === before.time) return {};
  const zones = await zonesFor(clockOf, caller.userId, [todo]);
  const words = `${day} ${time}`.trim();
  const read = words === '' ? ({ none: true } as const) : readMoment(words, { ...clock, now: now() });
  if ('none' in read) return { when: { due: null, repeat: null, zones } };
  if ('refused' in read) {
    const error = wrongDate({ wrong: read.refused, words: read.words });
    return { kind: 'errors', errors: { [time === '' ? 'day' : 'time']: errorInWords(texts, error) } };
  }
  const { due, repeat, repeatFrom } = read;
  return { when: { due, zones, ...(repeat !== null && { repeat, repeatFrom }) } };
}

/** The field that an error is about. */
function fieldOf({ details }: AppError): 'text' | 'notes' | undefined {
  const refused = details['refused'] as RefusedCommand | undefined;
  if (refused?.kind === 'text_empty') return 'text';
  if (refused?.kind !== 'text_too_long' || refused.part === 'reason') return undefined;
  return refused.part;
}
