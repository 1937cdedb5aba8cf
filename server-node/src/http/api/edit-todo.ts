import type { z } from 'zod';
import { zonesFor } from '../../callers/person-clock.ts';
import type { RequestChange } from '../../contract/api.ts';
import { saidDraft } from '../../program/said/said-draft.ts';
import type { UserId } from '../../shared/ids.ts';
import type { ActRequest, Edited, Selection } from '../../todos/acts.ts';
import { listOwner } from '../../todos/list.ts';
import type { Change } from '../../todos/ports.ts';
import { holderOf, type Todo, type TodoId } from '../../todos/todo.ts';
import { oneZone, type Zones } from '../../todos/when.ts';
import type { HttpDeps } from '../http-deps.ts';
import { changeViewFor } from '../views/change-view.ts';
import { changeView } from './answer-schemas.ts';
import type { Right } from '../../todos/rights.ts';
import { endpoint } from './endpoint.ts';
import { choiceOf, openTodo } from '../../callers/open-todo.ts';
import { refuseWithProgram } from './refuse-with-program.ts';
import { requestKeyOf } from './request-key.ts';
import { readsDates, saidTime } from './said-time.ts';
import { editTodoBody, idParams, noQuery } from './schemas.ts';

type Body = z.output<typeof editTodoBody>;

export const makeEditTodo = (deps: HttpDeps) =>
  endpoint({
    method: 'patch',
    path: '/todos/{id}',
    summary:
      'Ticks or unticks a to-do, moves it on, sends or assigns it, answers a request, or changes its text, notes, dates: one change at a time.',
    params: idParams,
    query: noQuery,
    body: editTodoBody,
    status: 200,
    answer: changeView,
    async handle({ caller, params, body }) {
      refuseWithProgram(deps);
      const todo = await openTodo(deps.acts, caller, rightsFor(body), params.id as TodoId);
      const requestKey = requestKeyOf(caller, body.requestId);
      const { listId, which } = choiceOf(caller.userId, todo);
      const request = { actorId: caller.userId, listId, requestKey };
      const change = await applyEdit(deps, request, { todo, which }, body);
      return { body: await changeViewFor(caller, change) };
    },
  });

const RIGHT_TO: Readonly<Record<RequestChange, Right>> = {
  ...{ accepted: 'accept', declined: 'decline', taken_back: 'take_back', bumped: 'bump' },
};

function rightsFor({ state, snooze, skip, assigneeId, request, ...edit }: Body): Right[] {
  const { text, notes, due, repeat, reminders } = edit;
  if (assigneeId !== undefined) return ['assign'];
  if (request !== undefined) return [RIGHT_TO[request]];
  if (state !== undefined) return [state === 'done' ? 'done' : 'reopen'];
  if (snooze !== undefined) return ['snooze'];
  if (skip !== undefined) return ['skip'];
  const isSaid = (...parts: unknown[]) => parts.some((part) => part !== undefined);
  return [
    ...(isSaid(text, notes) ? ['edit' as const] : []),
    ...(isSaid(due, repeat) ? ['due' as const] : []),
    ...(isSaid(reminders) ? ['remind' as const] : []),
  ];
}

/** A to-do as it was found, and how it is chosen. */
interface Chosen {
  todo: Todo;
  which: Selection;
}

async function applyEdit(
  deps: HttpDeps,
  request: ActRequest,
  chosen: Chosen,
  { version, ...body }: Body,
): Promise<Change> {
  const { acts } = deps;
  const { todo, which } = chosen;
  if (body.assigneeId !== undefined) return assign(deps, request, chosen, { to: body.assigneeId, version });
  if (body.request !== undefined) return applyRequest(deps, request, chosen, { ...body, version });
  if (body.state === 'done') return acts.complete(request, which, version);
  if (body.state === 'open') return acts.reopen(request, which, version);
  if (body.skip !== undefined) return acts.skip(request, which, version);
  if (body.snooze !== undefined) {
    return acts.snooze(request, which, { due: body.snooze, zones: await zonesOf(deps, todo) }, version);
  }
  return acts.edit(request, which, await editOf(deps, request, todo, body), version);
}

async function assign(
  { acts, clockOf, colleagues }: HttpDeps,
  request: ActRequest,
  { todo, which }: Chosen,
  { to, version }: { to: UserId | null; version: number | undefined },
): Promise<Change> {
  const isSent = listOwner(todo.listId).kind === 'person';
  if (to !== null && isSent) await colleagues.checkReceiver(request.actorId, to, [todo.creatorId]);
  if (to !== null && !isSent) await colleagues.checkAssignee(todo.listId, to);
  const zones = await zonesFor(clockOf, request.actorId, [{ ...todo, assigneeId: to }]);
  return acts.assign(request, which, to, zones, version);
}

async function applyRequest(
  { acts, clockOf, colleagues }: HttpDeps,
  request: ActRequest,
  { todo, which }: Chosen,
  { request: becomes, reason = '', version }: Pick<Body, 'request' | 'reason' | 'version'>,
): Promise<Change> {
  if (becomes === 'declined') return acts.decline(request, which, reason, version);
  if (becomes === 'bumped') {
    await colleagues.checkReceiver(request.actorId, holderOf(todo));
    return acts.bump(request, which, version);
  }
  const { zone } = await clockOf(request.actorId);
  const act = becomes === 'accepted' ? acts.accept : acts.takeBack;
  return act(request, which, zone, version);
}

async function editOf(
  deps: HttpDeps,
  { actorId }: ActRequest,
  todo: Todo,
  body: Omit<Body, 'version'>,
): Promise<Edited> {
  const { text, notes, due, repeat, reminders } = body;
  const says = due !== undefined || repeat !== undefined || reminders !== undefined;
  return {
    ...(text !== undefined && (await saidIn(deps, actorId, todo, text, body))),
    ...(notes !== undefined && { notes }),
    ...(says && saidTime(body, await zonesOf(deps, todo))),
  };
}

/** A new text, and the date that it says. */
async function saidIn(
  { readDates, clockOf }: HttpDeps,
  actorId: UserId,
  todo: Todo,
  text: string,
  body: Omit<Body, 'version'>,
): Promise<Edited> {
  if (!readsDates(body)) return { text };
  const { draft } = await saidDraft(readDates, actorId, text);
  if (draft.when === undefined) return draft;
  return { ...draft, when: { ...draft.when, zones: await zonesFor(clockOf, actorId, [todo]) } };
}

/** A body's wall clocks are those of whoever has the to-do, as they are shown. */
async function zonesOf({ clockOf }: HttpDeps, todo: Todo): Promise<Zones> {
  return oneZone((await clockOf(holderOf(todo))).zone);
}
