import { openTodo } from '../callers/open-todo.ts';
import { namesOf } from '../callers/names-of.ts';
import { choicesFor } from '../program/answers/choices-after.ts';
import { answersTo, choicesOfRequests } from '../program/answers/choices-of-requests.ts';
import { rowReceived } from '../program/answers/request-rows.ts';
import { inRows, MOST_ROWS } from '../program/answers/rows.ts';
import { changeAnswer } from '../program/built-in/change-answer.ts';
import { NOTHING_SAID } from '../program/built-in/said-request.ts';
import { MOST_CHOICES, type Choice, type Choices } from '../replies/choices.ts';
import type { PressAct } from '../replies/press-act.ts';
import { AppError } from '../shared/app-error.ts';
import type { Change } from '../todos/ports.ts';
import type { Todo, TodoId } from '../todos/todo.ts';
import type { PressDeps } from './ports.ts';
import type { Press, Pressed } from './press.ts';

type Act<Kind extends PressAct['kind']> = Extract<PressAct, { kind: Kind }>;
type Rewrite = Extract<Pressed, { kind: 'rewrite' }>;

const RIGHT = { accept: 'accept', request_done: 'done' } as const;
const MOST_READ = 500;

/** Accepts a request or says that it is done, unless it is not as the person saw it: then it is shown as it is now. */
export async function pressRequest(
  deps: PressDeps,
  press: Press,
  act: Act<'accept' | 'request_done'>,
): Promise<Pressed> {
  const { acts, clockOf } = deps;
  const { caller, requestKey } = press;
  const { id, listId } = await openTodo(acts, caller, ['see', RIGHT[act.kind]], act.todoId);
  const request = { actorId: caller.userId, listId, requestKey };
  const which = { ids: [id] };
  const { zone } = await clockOf(caller.userId);
  try {
    const change =
      act.kind === 'accept'
        ? await acts.accept(request, which, zone, act.version)
        : await acts.complete(request, which, act.version);
    return await answered(deps, press, change, act.among);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'version_conflict') throw error;
    const shown = await showOne(deps, press, await openTodo(acts, caller, ['see'], id), act.among);
    return { ...shown, note: press.texts.press.changedSince(shown.text) };
  }
}

/** What the answer changed, and below it what else of the message still waits. */
export async function answered(
  deps: PressDeps,
  press: Press,
  change: Change,
  among: readonly TodoId[],
): Promise<Rewrite> {
  const names = await namesOf(
    deps.accountOf,
    change.todos.map(({ creatorId }) => creatorId),
  );
  const { text, choices } = changeAnswer(press.texts, change, undefined, { ...NOTHING_SAID, names });
  const offered = choices?.offered ?? [];
  const waiting = await waitingAmong(deps, press, among);
  const onlyFor = press.caller.userId;
  if (waiting.length === 0) return { kind: 'rewrite', text, choices: { offered, onlyFor } };
  const others = await showAll(deps, press, waiting);
  const all = [...offered, ...others.choices.offered].slice(0, MOST_CHOICES);
  return { kind: 'rewrite', text: `${text}\n\n${others.text}`, choices: { offered: all, onlyFor } };
}

/** Shows one of several requests, with its answers below it. */
export async function pressShowRequest(
  deps: PressDeps,
  press: Press,
  { todoId, among }: Act<'show_request'>,
): Promise<Pressed> {
  return showOne(deps, press, await openTodo(deps.acts, press.caller, ['see', 'accept'], todoId), among);
}

/** Shows all of a message again that still wait. */
export async function pressShowRequests(
  deps: PressDeps,
  press: Press,
  { among }: Act<'show_requests'>,
): Promise<Pressed> {
  const waiting = await waitingAmong(deps, press, among);
  const onlyFor = press.caller.userId;
  if (waiting.length === 0)
    return { kind: 'rewrite', text: press.texts.people.allAnswered, choices: { offered: [], onlyFor } };
  return { kind: 'rewrite', ...(await showAll(deps, press, waiting)) };
}

async function showOne(
  deps: PressDeps,
  press: Press,
  todo: Todo,
  among: readonly TodoId[],
): Promise<Rewrite> {
  const { texts, caller } = press;
  const [row = ''] = await rowsOf(deps, press, [todo]);
  const back: Choice[] =
    among.length < 2
      ? []
      : [{ label: texts.people.labels.others, act: { kind: 'show_requests', among: [...among] } }];
  const isWaiting = todo.state === 'waiting';
  const answers = isWaiting ? answersTo(texts, todo, among) : choicesFor(texts.press.labels, todo);
  const text = isWaiting ? row : texts.change.rowWithState(row, todo.state);
  return { kind: 'rewrite', text, choices: { offered: [...answers, ...back], onlyFor: caller.userId } };
}

async function showAll(
  deps: PressDeps,
  press: Press,
  waiting: readonly Todo[],
): Promise<{ text: string; choices: Choices }> {
  const { texts, caller } = press;
  const rows = await rowsOf(deps, press, waiting.slice(0, MOST_ROWS));
  const text = `${texts.people.requests(waiting.length)}\n${inRows(rows, texts.list.more, waiting.length)}`;
  return { text, choices: choicesOfRequests(texts, caller.userId, waiting) };
}

async function waitingAmong(
  { acts }: PressDeps,
  { caller }: Press,
  among: readonly TodoId[],
): Promise<Todo[]> {
  if (among.length === 0) return [];
  const waiting = await acts.requests(caller.userId, MOST_READ);
  return waiting.filter(({ id }) => among.includes(id));
}

async function rowsOf(
  { accountOf, clockOf, now }: PressDeps,
  { texts, caller }: Press,
  todos: readonly Todo[],
): Promise<string[]> {
  const [names, { zone }] = await Promise.all([
    namesOf(
      accountOf,
      todos.map(({ creatorId }) => creatorId),
    ),
    clockOf(caller.userId),
  ]);
  return todos.map((todo) => rowReceived(texts, todo, { at: now(), zone }, names));
}
