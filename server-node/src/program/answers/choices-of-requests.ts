import { MOST_OPTIONS, type Choice, type Choices } from '../../replies/choices.ts';
import type { Names } from '../../callers/names-of.ts';
import type { UserId } from '../../shared/ids.ts';
import { holderOf, type Todo, type TodoId } from '../../todos/todo.ts';
import type { Texts } from '../texts/texts.ts';
import { asLabel, labelOf } from './label-of.ts';
import { nameIn } from './request-rows.ts';

type Shown = Pick<Todo, 'id' | 'version' | 'number' | 'text' | 'state' | 'request'>;

/** Below what waits for an answer: the answers to the only one, or to choose one of several first. */
export function choicesOfRequests(texts: Texts, personId: UserId, waiting: readonly Shown[]): Choices {
  const [only, ...others] = waiting;
  if (only === undefined) return { offered: [], onlyFor: personId };
  const offered = others.length === 0 ? answersTo(texts, only, []) : [chooseOne(texts, waiting)];
  return { offered, onlyFor: personId };
}

/** @param among all that the message is about; they stay in it when one is answered */
export function answersTo(
  { people, press }: Texts,
  { id: todoId, version }: Pick<Shown, 'id' | 'version'>,
  among: readonly TodoId[],
): Choice[] {
  const seen = { todoId, version, among: [...among] };
  return [
    { label: people.labels.accept, style: 'primary', act: { kind: 'accept', ...seen } },
    { label: people.labels.decline, act: { kind: 'decline_form', ...seen } },
    { label: press.labels.done, act: { kind: 'request_done', ...seen } },
  ];
}

function chooseOne({ people }: Texts, waiting: readonly Shown[]): Choice {
  const among = waiting.slice(0, MOST_OPTIONS).map(({ id }) => id);
  const options = waiting.slice(0, MOST_OPTIONS).map((todo) => ({
    label: labelOf(todo),
    act: { kind: 'show_request', todoId: todo.id, among } as const,
  }));
  return { label: people.labels.answer, options };
}

/**
 * Below what was sent to others: what waits or was declined can be taken back. Of several each is chosen by its words,
 * also where only one of them can, and by whom it was sent to where several have the same.
 *
 * @param among all that the message is about, where it goes on telling of the others; they stay in it
 */
export function choicesOfSent(
  texts: Texts,
  personId: UserId,
  sent: readonly (Shown & Pick<Todo, 'assigneeId' | 'creatorId'>)[],
  names: Names,
  among?: readonly TodoId[],
): Choices {
  const { takeBack, takeBackOne } = texts.people.labels;
  const shown = sent
    .filter(({ state }) => state === 'waiting' || state === 'declined')
    .slice(0, MOST_OPTIONS);
  const options = shown.map((todo) => ({
    label: asLabel(
      shown.some(({ id, text }) => id !== todo.id && text === todo.text)
        ? `${nameIn(texts, names, holderOf(todo))} · ${todo.text}`
        : todo.text,
    ),
    act: { kind: 'take_back', todoId: todo.id, ...(among && { among: [...among] }) } as const,
  }));
  const [first] = options;
  if (first === undefined) return { offered: [], onlyFor: personId };
  const choice =
    (among ?? sent).length > 1 ? { label: takeBack, options } : { label: takeBackOne, act: first.act };
  return { offered: [choice], onlyFor: personId };
}
